/** What the tab learns of its surroundings, in the flat form that goes over the wire. */
export type TeamsContext = Record<string, unknown> & {
  theme: string
  entityId: string
  subEntityId: string | undefined
  frameContext: string
}

/** How the next requests for a token are answered, in place of the chosen person's. */
export type TokenAnswer = { ok: boolean; value: string; delay?: number }

/** What went over the wire: from the tab, or from the host. */
export type Logged = { from: 'tab' | 'host'; func: string; args: readonly unknown[] }

/** What the host needs from the page around it. */
export type Surroundings = {
  frame: HTMLIFrameElement
  tab: URL
  context: TeamsContext
  /** A token for the person who is signed in now. */
  token: () => Promise<string>
  /** Tells the person in front of the screen. */
  announce: (text: string) => void
  /** The address of this frame with the tab open at that sub-page. */
  linkTo: (subPage: string) => string
  /** Takes the keyboard out of the tab. */
  focusHost: () => void
}

/** A host that plays Teams. Tests reach it as `window.__host`. */
export type TeamsHost = {
  log: Logged[]
  context: TeamsContext
  setTheme: (theme: string) => void
  /** Answers requests for a token this way, until it is called without an answer. */
  setToken: (answer?: TokenAnswer) => void
  /** Sends any event, such as `backButtonPress`. */
  event: (func: string, args?: readonly unknown[]) => void
  /** Opens a page of the tab, after the tab has had the chance to save what it holds. */
  open: (path: string) => Promise<void>
}

type Request = { id: number; uuidAsString?: string; func: string; args: readonly unknown[] }

/** The answer's arguments; nothing when the call has no answer. */
type Handler = (args: readonly unknown[]) => readonly unknown[] | undefined | Promise<readonly unknown[] | undefined>

const sdkVersion = '2.58.0'

// Only what this frame can play; the tab finds everything else unsupported, as in an older Teams.
const runtime = {
  apiVersion: 4,
  isLegacyTeams: false,
  isNAAChannelRecommended: false,
  supports: { app: { notifySuccessResponse: {} }, pages: { backStack: {}, config: {}, currentApp: {} } },
}

const unloadWithin = 3_000

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function toRequest(data: unknown): Request | undefined {
  if (!isRecord(data) || typeof data.func !== 'string' || typeof data.id !== 'number') return undefined
  const args: readonly unknown[] = Array.isArray(data.args) ? data.args : []
  const { id, func, uuidAsString } = data
  return typeof uuidAsString === 'string' ? { id, func, args, uuidAsString } : { id, func, args }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** An endless wait never ends: a timer would take it for none. */
const wait = (milliseconds: number): Promise<void> =>
  new Promise(done => {
    if (Number.isFinite(milliseconds)) setTimeout(done, milliseconds)
  })

/** The page and sub-page of `https://teams.microsoft.com/l/entity/{app}/{page}?context={"subEntityId":…}`. */
function deepLinkTarget(address: string): { pageId: string; subPageId: string } | undefined {
  if (!URL.canParse(address)) return undefined
  const { hostname, pathname, searchParams } = new URL(address)
  const page = /^\/l\/entity\/[^/]+\/([^/]+)/.exec(pathname)?.[1]
  if (hostname !== 'teams.microsoft.com' || page === undefined) return undefined
  const context: unknown = JSON.parse(searchParams.get('context') ?? '{}')
  return { pageId: decodeURIComponent(page), subPageId: textOf(isRecord(context) ? context.subEntityId : undefined) }
}

type State = {
  tokenAnswer: TokenAnswer | undefined
  /** Events the tab has asked for. */
  registered: Set<string>
  /** Where the tab has been, for its way back. */
  visited: { entityId: string; subEntityId: string | undefined }[]
  /** Called when the tab says that it has saved what it holds. */
  unloaded: () => void
}

type Wire = Surroundings & { state: State; event: TeamsHost['event']; open: TeamsHost['open'] }

async function answerToken({ state, token }: Wire): Promise<readonly unknown[]> {
  const { tokenAnswer } = state
  if (tokenAnswer) {
    await wait(tokenAnswer.delay ?? 0)
    return [tokenAnswer.ok, tokenAnswer.value]
  }
  return token().then(
    value => [true, value],
    (error: unknown) => [false, error instanceof Error ? error.message : String(error)],
  )
}

/** Opens the tab afresh at a page of the app, as Teams does for a link into it. */
function goTo({ context, state, open }: Wire, pageId: string, subPageId: string | undefined): void {
  state.visited.push({ entityId: context.entityId, subEntityId: context.subEntityId })
  Object.assign(context, { entityId: pageId || context.entityId, subEntityId: subPageId || undefined })
  void open('/')
}

function goBack({ context, state, open }: Wire): void {
  const last = state.visited.pop()
  if (!last) return
  Object.assign(context, last)
  void open('/')
}

function openLink(wire: Wire, address: string): readonly unknown[] {
  const target = deepLinkTarget(address)
  if (target) goTo(wire, target.pageId, target.subPageId)
  else if (!/^(https?|mailto|tel):/.test(address)) return [false, 'The link has no address that can be opened.']
  else window.open(address, '_blank', 'noopener')
  return [true]
}

function navigate(wire: Wire, [to]: readonly unknown[], done: readonly unknown[]): readonly unknown[] {
  const { pageId, subPageId } = isRecord(to) ? to : {}
  goTo(wire, textOf(pageId), textOf(subPageId))
  return done
}

function handlersOf(wire: Wire): Map<string, Handler> {
  const { state, context, announce } = wire
  let settings: unknown = {}
  const handlers: Record<string, Handler> = {
    initialize: () => [context.frameContext, 'web', sdkVersion, JSON.stringify(runtime)],
    getContext: () => [context],
    registerHandler([name]) {
      state.registered.add(textOf(name))
      return undefined
    },
    'appInitialization.appLoaded': () => undefined,
    // A call without a value throws on null, so the answer is undefined.
    'appInitialization.success': () => [undefined],
    'appInitialization.failure'([reason, message]) {
      announce(`The tab could not start (${textOf(reason)}): ${textOf(message)}`)
      return undefined
    },
    'appInitialization.expectedFailure': () => undefined,
    'authentication.getAuthToken': () => answerToken(wire),
    'pages.navigateToApp': args => navigate(wire, args, [true]),
    'pages.currentApp.navigateTo': args => navigate(wire, args, [null]),
    'pages.currentApp.navigateToDefaultPage': () => navigate(wire, [], [null]),
    shareDeepLink([subPage, label]) {
      announce(`Link to ${textOf(label)}: ${wire.linkTo(textOf(subPage))}`)
      return undefined
    },
    executeDeepLink: ([address]) => openLink(wire, textOf(address)),
    navigateBack() {
      goBack(wire)
      return [true]
    },
    navigateCrossDomain: () => [false, 'The address is not on the list of valid domains.'],
    'settings.getSettings': () => [settings],
    'settings.setSettings'([given]) {
      settings = given
      return [true]
    },
    'settings.setValidityState': () => undefined,
    'settings.save.success': () => undefined,
    'settings.save.failure': () => undefined,
    returnFocus() {
      wire.focusHost()
      return undefined
    },
    readyToUnload() {
      state.unloaded()
      return undefined
    },
  }
  return new Map(Object.entries(handlers))
}

/** Plays Teams for the tab in the iframe, in the message protocol of teams-js 2. */
export function playTeams(around: Surroundings): TeamsHost {
  const { frame, tab, context } = around
  const log: Logged[] = []
  const state: State = { tokenAnswer: undefined, registered: new Set(), visited: [], unloaded: () => undefined }

  const post = (message: unknown): void => frame.contentWindow?.postMessage(message, tab.origin)
  function event(func: string, args: readonly unknown[] = []): void {
    log.push({ from: 'host', func, args })
    post({ func, args })
  }
  async function open(path: string): Promise<void> {
    if (state.registered.has('beforeUnload')) {
      const saved = new Promise<void>(done => (state.unloaded = done))
      event('beforeUnload')
      await Promise.race([saved, wait(unloadWithin)])
    }
    state.registered.clear()
    frame.src = new URL(path, tab).href
  }

  const handlers = handlersOf({ ...around, state, event, open })
  async function answer(request: Request): Promise<void> {
    const { id, uuidAsString, func } = request
    log.push({ from: 'tab', func, args: request.args })
    const handler = handlers.get(func)
    if (!handler) return console.warn(`The local frame does not play "${func}".`)
    const args = await handler(request.args)
    if (args) post({ id, uuidAsString, args })
  }
  window.addEventListener('message', ({ source, origin, data }) => {
    const request = source === frame.contentWindow && origin === tab.origin ? toRequest(data) : undefined
    if (request) void answer(request)
  })
  return {
    log,
    context,
    event,
    open,
    setTheme(theme) {
      context.theme = theme
      event('themeChange', [theme])
    },
    setToken: given => (state.tokenAnswer = given),
  }
}
