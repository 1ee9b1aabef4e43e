import { isPersonId, localTenant, people, personIds } from '#local/people.ts'
import { readChoices, themes, widths } from './choices.ts'
import type { TeamsContext, TeamsHost } from './host.ts'
import { playTeams } from './host.ts'

declare global {
  interface Window {
    __host: TeamsHost
  }
}

const choices = readChoices(new URL(location.href))

function element<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`The frame has no ${kind.name} called "${id}".`)
  return found
}

const frame = element('tab', HTMLIFrameElement)
const person = element('person', HTMLSelectElement)
const theme = element('theme', HTMLSelectElement)
const width = element('width', HTMLSelectElement)
const status = element('status', HTMLParagraphElement)

/** Keeps a choice in the address, so that reloading the frame shows the same again. */
function remember(name: string, value: string): void {
  const address = new URL(location.href)
  address.searchParams.set(name, value)
  history.replaceState(null, '', address)
}

const keptTokens = new Map<string, { token: string; until: number }>()
const keptFor = 10 * 60_000

/** Teams keeps a token for as long as it is good, so that a page without signal is not signed out. */
async function keptTokenOf(name: string): Promise<string> {
  const kept = keptTokens.get(name)
  if (kept && kept.until > Date.now()) return kept.token
  const token = await tokenOf(name)
  keptTokens.set(name, { token, until: Date.now() + keptFor })
  return token
}

async function tokenOf(name: string): Promise<string> {
  const answer = await fetch(new URL('token', document.baseURI), { method: 'POST', body: JSON.stringify({ person: name }) })
  const { token, detail } = (await answer.json()) as { token?: string; detail?: string }
  if (token === undefined) throw new Error(detail ?? 'No token was given.')
  return token
}

const personContext = (name: typeof choices.person): Record<string, unknown> => ({
  userObjectId: people[name].oid,
  userDisplayName: people[name].label,
  userPrincipalName: `${name}@casebook.example`,
  loginHint: `${name}@casebook.example`,
})

const inMeeting = choices.place === 'sidePanel' || choices.place === 'meetingStage'

const context: TeamsContext = {
  ...personContext(choices.person),
  entityId: 'today',
  subEntityId: choices.subPage,
  frameContext: choices.place,
  theme: choices.theme,
  locale: 'en-gb',
  tid: localTenant,
  hostName: 'TeamsModern',
  hostClientType: 'web',
  ringId: 'general',
  sessionId: crypto.randomUUID(),
  appSessionId: crypto.randomUUID(),
  ...(inMeeting ? { meetingId: 'local-meeting', chatId: 'local-meeting-chat' } : {}),
}

const host = playTeams({
  frame,
  tab: choices.tab,
  context,
  token: () => keptTokenOf(person.value),
  announce: text => (status.textContent = text),
  linkTo(subPage) {
    const address = new URL(location.href)
    address.searchParams.delete('path')
    address.searchParams.set('sub', subPage)
    return address.href
  },
  focusHost: () => person.focus(),
})
window.__host = host

/** The page the tab is at, if it is served from here and so can be asked. */
function pathNow(): string {
  try {
    const { origin, pathname, search } = frame.contentWindow?.location ?? choices.tab
    return origin === choices.tab.origin ? pathname + search : choices.path
  } catch {
    return choices.path
  }
}

function showTheme(name: string): void {
  document.documentElement.dataset.theme = name
}

function showWidth(name: string): void {
  frame.style.width = name === 'full' ? '100%' : `${name}px`
}

function fill(select: HTMLSelectElement, options: readonly (readonly [string, string])[], chosen: string): void {
  select.replaceChildren(...options.map(([value, label]) => new Option(label, value, false, value === chosen)))
}

const themeLabels = { default: 'Default', dark: 'Dark', contrast: 'High contrast' } satisfies Record<(typeof themes)[number], string>

fill(
  person,
  personIds.map(id => [id, people[id].label]),
  choices.person,
)
fill(
  theme,
  themes.map(name => [name, themeLabels[name]]),
  choices.theme,
)
fill(
  width,
  widths.map(name => [name, name === 'full' ? 'Full' : `${name} px`]),
  choices.width,
)

person.addEventListener('change', () => {
  if (!isPersonId(person.value)) return
  remember('person', person.value)
  Object.assign(context, personContext(person.value), { subEntityId: undefined })
  void host.open(pathNow())
})
theme.addEventListener('change', () => {
  remember('theme', theme.value)
  showTheme(theme.value)
  host.setTheme(theme.value)
})
width.addEventListener('change', () => {
  remember('width', width.value)
  showWidth(width.value)
})

showTheme(choices.theme)
showWidth(choices.width)
void host.open(choices.path)
