import Module, { createRequire } from 'node:module'

/** One value as the host and the app hand it to each other. */
export type TypedData = {
  http?: HttpData
  bytes?: Uint8Array
  string?: string
  json?: string
}

/** An HTTP request or response as the host and the app hand it to each other. */
export type HttpData = {
  method?: string
  url?: string
  nullableHeaders?: Record<string, { value: string }>
  nullableQuery?: Record<string, { value: string }>
  nullableParams?: Record<string, { value: string }>
  statusCode?: string
  headers?: Record<string, string>
  cookies?: readonly CookieData[]
  body?: TypedData | null
}

type Wrapped<T> = { value: T } | null

/** A cookie of a response. */
export type CookieData = {
  name: string
  value: string
  domain?: Wrapped<string>
  path?: Wrapped<string>
  expires?: Wrapped<{ seconds: number | string | { toString(): string } }>
  secure?: Wrapped<boolean>
  httpOnly?: Wrapped<boolean>
  sameSite?: string
  maxAge?: Wrapped<number>
}

/** What starts a function, or where its result goes. */
export type Binding = { type: string; direction: string; route?: string; methods?: readonly string[] }

/** A function as the app registers it. */
export type FunctionMetadata = { name: string; functionId?: string; bindings: Record<string, Binding> }

/** The app's own code for a function. */
export type FunctionCallback = (...inputs: readonly unknown[]) => unknown

/** A function the app has registered. */
export type RegisteredFunction = { metadata: FunctionMetadata; callback: FunctionCallback }

/** Code the app runs around its start, its end, its invocations and its log lines. */
export type HookCallback = (context: Record<string, unknown>) => unknown

/** What one invocation answers. */
export type InvocationResponse = { returnValue?: TypedData | null; outputData?: readonly unknown[] }

/** The library's view of one invocation. */
export type InvocationModel = {
  getArguments(): Promise<{ context: unknown; inputs: unknown[] }>
  invokeFunction(context: unknown, inputs: readonly unknown[], callback: FunctionCallback): Promise<unknown>
  getResponse(context: unknown, result: unknown): Promise<InvocationResponse>
}

/** The library that the app bundles, as it makes itself known. */
export type ProgrammingModel = {
  name: string
  version: string
  getInvocationModel(context: Record<string, unknown>): InvocationModel
  getCapabilities(capabilities: Record<string, string>): Promise<Record<string, string>>
}

/** Where log lines go: level, category (`user` or `system`), text. */
export type Log = (level: string, category: string, message: string) => void

/** What one loaded app has registered. */
export type Core = {
  functions: RegisteredFunction[]
  hooks: Map<string, HookCallback[]>
  model: () => ProgrammingModel
  /** From here on the app can register nothing more, as in the real host. */
  lock: () => void
  log: Log
  api: Record<string, unknown>
}

class Disposable {
  readonly #dispose: () => void

  constructor(dispose: () => void) {
    this.#dispose = dispose
  }

  static from(...disposables: readonly Disposable[]): Disposable {
    return new Disposable(() => disposables.forEach(each => each.dispose()))
  }

  dispose(): void {
    this.#dispose()
  }
}

/** The built-in module that `@azure/functions` asks its host for, and what an app registers through it. */
export function createCore(log: Log): Core {
  const functions: RegisteredFunction[] = []
  const hooks = new Map<string, HookCallback[]>()
  let model: ProgrammingModel | undefined
  let locked = false

  const api = {
    version: '3.13.0',
    hostVersion: '4.1049.0',
    Disposable,
    registerFunction(metadata: FunctionMetadata, callback: FunctionCallback): Disposable {
      if (locked) throw new Error(`The function "${metadata.name}" was registered after the app had started.`)
      if (functions.some(each => each.metadata.name.toUpperCase() === metadata.name.toUpperCase()))
        throw new Error(`Two functions are called "${metadata.name}".`)
      functions.push({ metadata: { functionId: metadata.name, ...metadata }, callback })
      return new Disposable(() => undefined)
    },
    registerHook(name: string, callback: HookCallback): Disposable {
      hooks.set(name, [...(hooks.get(name) ?? []), callback])
      return new Disposable(() =>
        hooks.set(
          name,
          (hooks.get(name) ?? []).filter(each => each !== callback),
        ),
      )
    },
    setProgrammingModel: (given: ProgrammingModel) => (model = given),
    getProgrammingModel: () => model,
    log,
  }
  return {
    api,
    functions,
    hooks,
    log,
    lock: () => (locked = true),
    model() {
      if (!model) throw new Error('The app registers no function: its entry file never calls "app" of @azure/functions.')
      return model
    },
  }
}

let current: Core | undefined
const requireOfNode = Reflect.get(Module.prototype, 'require') as (this: unknown, id: string) => unknown

function requireWithCore(this: unknown, id: string): unknown {
  return id === '@azure/functions-core' && current ? current.api : requireOfNode.call(this, id)
}

/**
 * Loads the file with the core module in reach. Each load is a fresh one, so that an app can be started again with other settings.
 * The library asks for the core module at its first `app` call and keeps it, which is why the hook is in place before the file runs.
 */
export function loadWithCore(file: string, core: Core): void {
  current = core
  Object.assign(Module.prototype, { require: requireWithCore })
  const require = createRequire(file)
  delete require.cache[file]
  require(file)
}
