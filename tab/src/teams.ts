import { app, authentication, FrameContexts, HostClientType, pages } from '@microsoft/teams-js'

/** The only file that knows teams-js: theme, language, sign-in and the host's back button. */

export type HostTheme = 'light' | 'dark' | 'contrast'

/** What the host said when we started: nothing (we are not in Teams), too little in time, or where we are. */
export type Start =
  | { state: 'outside' }
  | { state: 'no-answer' }
  | {
      state: 'inside'
      theme: HostTheme
      language: string
      page: string
      /** True beside or on the stage of a meeting, where others look at the screen. */
      inMeeting: boolean
    }

// A phone's web view shows a file and cannot save it, so there the file opens in the browser.
let onPhone = false

const answerWithin = 8_000
const tokenWithin = 30_000

/** Teams has a fourth theme, and may have more: what we do not know is dark, as meetings are. */
function themeOf(name: string | undefined): HostTheme {
  if (name === undefined || name === 'default') return 'light'
  return name === 'contrast' ? 'contrast' : 'dark'
}

function after<T>(milliseconds: number, value: () => T): Promise<T> {
  return new Promise((done, failed) => {
    setTimeout(() => {
      try {
        done(value())
      } catch (error) {
        failed(error instanceof Error ? error : new Error(String(error)))
      }
    }, milliseconds)
  })
}

async function meet(): Promise<Start> {
  await app.initialize()
  const { app: host, page, meeting } = await app.getContext()
  const inMeeting =
    page.frameContext === FrameContexts.sidePanel || page.frameContext === FrameContexts.meetingStage || meeting !== undefined
  onPhone = host.host.clientType === HostClientType.android || host.host.clientType === HostClientType.ios
  return { state: 'inside', theme: themeOf(host.theme), language: host.locale, page: page.subPageId ?? '', inMeeting }
}

/** Meets the host. Without a parent window it fails at once; a host that stays silent is given up after eight seconds. */
export async function start(): Promise<Start> {
  try {
    return await Promise.race([meet(), after<Start>(answerWithin, () => ({ state: 'no-answer' }))])
  } catch {
    return { state: 'outside' }
  }
}

/** Says that something is on the screen. */
export const sayLoaded = (): void => app.notifyAppLoaded()

/** Says that the page works, or that we show what is wrong ourselves. Teams covers the tab with an error of its own without it. */
export const sayReady = (): void => {
  void app.notifySuccess()
}

export const onThemeChange = (changed: (theme: HostTheme) => void): void => app.registerOnThemeChangeHandler(name => changed(themeOf(name)))

/** Takes the host's back button: `goBack` answers false where there is nowhere to go back to inside the tab. */
export function onBackButton(goBack: () => boolean): void {
  if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(goBack)
}

/** Lets the host offer a link to a page of ours. Its label is seen by others, so it names nobody. */
export function shareLink(subPage: string, label: string): void {
  if (pages.isSupported()) pages.shareDeepLink({ subPageId: subPage, subPageLabel: label })
}

/** Saves a file of ours that lies at a path. An anchor of its own for each press: some hosts take only the first of one. */
export function saveFile(path: string): void {
  if (onPhone) {
    void app.openLink(new URL(path, window.location.origin).href)
    return
  }
  const anchor = document.createElement('a')
  anchor.href = path
  anchor.download = ''
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
}

const tooLate = (): never => {
  throw new Error('the host gave no token in time')
}

/** A token for one call. Teams keeps it; we never do. */
export const token = (): Promise<string> => Promise.race([authentication.getAuthToken(), after(tokenWithin, tooLate)])

/** Asks the host to sign the person in, with its own window where it needs one. From a press of a button only. */
export const signIn = (): Promise<string> => authentication.getAuthToken({ silent: false })
