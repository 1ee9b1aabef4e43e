import { randomBytes, randomUUID } from 'node:crypto'
import type { Core, InvocationResponse, RegisteredFunction, TypedData } from './coreModule.ts'

/** The values an invocation starts with, by binding name. */
type Input = { name: string; data: TypedData }

async function runHooks(core: Core, name: string, context: Record<string, unknown>): Promise<void> {
  for (const hook of core.hooks.get(name) ?? []) await hook(context)
}

/** Runs the app's hooks of its start or its end. */
export const runAppHooks = (core: Core, name: 'appStart' | 'appTerminate', appFolder: string): Promise<void> =>
  runHooks(core, name, { hookData: {}, appHookData: {}, functionAppDirectory: appFolder })

function traceContextOf(traceParent: string | undefined): Record<string, unknown> {
  const own = `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`
  return { traceParent: traceParent ?? own, traceState: '', attributes: {} }
}

/** Runs one function once, with its hooks, in the order of the real worker. What the function throws is thrown. */
export async function invoke(core: Core, invoked: RegisteredFunction, input: Input, traceParent?: string): Promise<InvocationResponse> {
  const invocationId = randomUUID()
  const { metadata, callback } = invoked
  const request = {
    invocationId,
    functionId: metadata.functionId,
    traceContext: traceContextOf(traceParent),
    triggerMetadata: {},
    inputData: [input],
  }
  const coreContext: Record<string, unknown> = { invocationId, request, metadata, log: core.log }
  const model = core.model().getInvocationModel(coreContext)
  const { context, inputs } = await model.getArguments()

  coreContext.state = 'preInvocationHooks'
  const hookData = {}
  const before = { hookData, appHookData: {}, invocationContext: context, functionCallback: callback, inputs }
  await runHooks(core, 'preInvocation', before)

  coreContext.state = 'invocation'
  const after: Record<string, unknown> = { hookData, appHookData: {}, invocationContext: context, inputs: before.inputs }
  try {
    after.result = await model.invokeFunction(context, before.inputs, before.functionCallback)
  } catch (error) {
    after.error = error
  }

  coreContext.state = 'postInvocationHooks'
  await runHooks(core, 'postInvocation', after)
  if (after.error !== undefined && after.error !== null) throw after.error
  return model.getResponse(context, after.result)
}

/** The binding that starts a function. */
export function triggerOf(registered: RegisteredFunction): { name: string; type: string; route?: string; methods: readonly string[] } {
  const found = Object.entries(registered.metadata.bindings).find(([, binding]) => binding.type.toLowerCase().endsWith('trigger'))
  if (!found) throw new Error(`The function "${registered.metadata.name}" has no trigger.`)
  const [name, { type, route, methods }] = found
  return { name, type, methods: methods ?? [], ...(route === undefined ? {} : { route }) }
}

/** Runs a function by hand, as the host does for a timer that is due. */
export async function runByHand(core: Core, registered: RegisteredFunction): Promise<void> {
  const now = new Date().toISOString()
  const schedule = {
    Schedule: { AdjustForDST: true },
    ScheduleStatus: { Last: now, LastUpdated: now, Next: now },
    IsPastDue: false,
  }
  await invoke(core, registered, { name: triggerOf(registered).name, data: { json: JSON.stringify(schedule) } })
}
