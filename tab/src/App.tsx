import type { Theme } from '@fluentui/react-components'
import {
  createDOMRenderer,
  FluentProvider,
  makeStyles,
  RendererProvider,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components'
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, use, useEffect, useState, useSyncExternalStore } from 'react'
import { BrowserRouter, Navigate, Route, Routes } from 'react-router'
import type { Permission } from '#domain/permissions.ts'
import { createApi } from '#tab/api.ts'
import { routeOfLink, routes } from '#tab/routes.ts'
import type { HostTheme, Start } from '#tab/teams.ts'
import { onThemeChange, sayLoaded, sayReady, signIn, token } from '#tab/teams.ts'
import { MeetingView } from '#tab/ui/meeting.ts'
import { NotShown } from '#tab/ui/Notice.tsx'
import { OpenInTeams } from '#tab/ui/OpenInTeams.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { createQueries } from '#tab/ui/queries.ts'
import { useSession } from '#tab/ui/session.ts'
import { Shell } from '#tab/ui/Shell.tsx'
import { SignInDesk } from '#tab/ui/signInDesk.ts'
import { Waiting } from '#tab/ui/Waiting.tsx'
import { compareWidths } from '#tab/ui/widthOrder.ts'

const TodayPage = lazy(() => import('#tab/today/TodayPage.tsx'))
const EnterprisesPage = lazy(() => import('#tab/enterprises/EnterprisesPage.tsx'))
const EnterprisePage = lazy(() => import('#tab/enterprise/EnterprisePage.tsx'))
const CqcCheckPage = lazy(() => import('#tab/cqcCheck/CqcCheckPage.tsx'))
const RecommendPage = lazy(() => import('#tab/fund/grant/RecommendPage.tsx'))
const GrantPage = lazy(() => import('#tab/fund/grant/GrantPage.tsx'))
const NewEnquiryPage = lazy(() => import('#tab/enquiry/NewEnquiryPage.tsx'))
const CohortsPage = lazy(() => import('#tab/cohorts/CohortsPage.tsx'))
const MethodPage = lazy(() => import('#tab/cohorts/MethodPage.tsx'))
const MeetingPage = lazy(() => import('#tab/meeting/MeetingPage.tsx'))
const FundPage = lazy(() => import('#tab/fund/FundPage.tsx'))
const FundFormPage = lazy(() => import('#tab/fund/FundFormPage.tsx'))
const SavingsPage = lazy(() => import('#tab/savings/SavingsPage.tsx'))
const SignIn = lazy(() => import('#tab/ui/SignIn.tsx'))
const SettingsPage = lazy(() => import('#tab/settings/SettingsPage.tsx'))
const InsightsPage = lazy(() => import('#tab/insights/InsightsPage.tsx'))
const RequestPage = lazy(() => import('#tab/insights/RequestPage.tsx'))
const GroupSessionPage = lazy(() => import('#tab/groupSession/GroupSessionPage.tsx'))
const UpdateRoundPage = lazy(() => import('#tab/followUp/UpdateRoundPage.tsx'))
const ConsortiaPage = lazy(() => import('#tab/consortia/ConsortiaPage.tsx'))
const AfterFundingPage = lazy(() => import('#tab/followUp/AfterFundingPage.tsx'))
const ImportPage = lazy(() => import('#tab/import/ImportPage.tsx'))

const themes = { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme } satisfies Record<HostTheme, Theme>

const useStyles = makeStyles({
  // Layouts hold for a font that is a tenth wider; numbers line up. Fluent gives this class to every portal too: no background here.
  theme: { fontVariantNumeric: 'tabular-nums', backgroundColor: 'transparent' },
  page: { minHeight: '100dvh', backgroundColor: tokens.colorNeutralBackground1 },
})

// Of two widths that both hold, the nearer one counts, whichever page was opened first.
const renderer = createDOMRenderer(document, { compareMediaQueries: compareWidths })

/** The tab: the host's theme around everything, and what to say where there is no host. */
export function App({ starting }: { starting: Promise<Start> }) {
  return (
    <RendererProvider renderer={renderer}>
      <Themed starting={starting} />
    </RendererProvider>
  )
}

function Themed({ starting }: { starting: Promise<Start> }) {
  const styles = useStyles()
  const [theme, setTheme] = useState<HostTheme>(() => (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'))
  useCanvas(theme)
  return (
    <FluentProvider theme={themes[theme]} className={styles.theme}>
      <div className={styles.page}>
        <Suspense fallback={<Waiting />}>
          <Started starting={starting} setTheme={setTheme} />
        </Suspense>
      </div>
    </FluentProvider>
  )
}

/** What lies under the page, where it scrolls and where it ends, has the colour of the page. */
function useCanvas(theme: HostTheme): void {
  useEffect(() => {
    const { style } = document.documentElement
    style.backgroundColor = themes[theme].colorNeutralBackground1
    style.colorScheme = theme === 'light' ? 'light' : 'dark'
  }, [theme])
}

function Started({ starting, setTheme }: { starting: Promise<Start>; setTheme: (theme: HostTheme) => void }) {
  const start = use(starting)
  useEffect(() => {
    if (start.state !== 'inside') return
    setTheme(start.theme)
    document.documentElement.lang = start.language
    onThemeChange(setTheme)
    sayLoaded()
  }, [start, setTheme])
  if (start.state !== 'inside') return <OpenInTeams silent={start.state === 'no-answer'} />
  return <Inside linkedTo={start.page} inMeeting={start.inMeeting} />
}

/** What lives as long as the tab is open: the way to the API, what was read, and the desk where one signs in again. */
function useParts(inMeeting: boolean) {
  const [parts] = useState(() => {
    const desk = new SignInDesk(signIn)
    const meeting = new MeetingView(inMeeting)
    const api = createApi({ fetch: (input, init) => window.fetch(input, init), token, namesHidden: meeting.isHidden })
    const queries = createQueries(desk)
    // What was read with names goes at once; it is read again without them, and the other way round.
    meeting.watch(() => {
      void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
      void queries.invalidateQueries({ queryKey: ['me'] })
    })
    return { desk, api, meeting, queries }
  })
  return parts
}

function Inside({ linkedTo, inMeeting }: { linkedTo: string; inMeeting: boolean }) {
  const { desk, api, meeting, queries } = useParts(inMeeting)
  const needsSignIn = useSyncExternalStore(desk.watch, desk.isNeeded)
  return (
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <Shell api={api} desk={desk} meeting={meeting} ready={sayReady}>
          <Suspense fallback={<Waiting />}>
            <Routes>
              <Route path={routes.home} element={<Home linkedTo={linkedTo} />} />
              <Route path={routes.today} element={<TodayPage />} />
              <Route path={routes.enterprises} element={<EnterprisesPage />} />
              <Route path={routes.newEnquiry} element={<NewEnquiryPage />} />
              <Route path={routes.enterprise(':id')} element={<EnterprisePage />} />
              <Route path={routes.cqcCheck(':id')} element={<CqcCheckPage />} />
              <Route path={routes.recommend(':id')} element={<RecommendPage />} />
              <Route path={routes.grant(':caseId', ':grantId')} element={<GrantPage />} />
              <Route path={routes.cohorts} element={<CohortsPage />} />
              <Route path={routes.cohortMethod} element={<MethodPage />} />
              <Route path={routes.meeting} element={<MeetingPage />} />
              <Route path={routes.fund} element={<FundPage />} />
              <Route path={routes.newFund} element={<FundFormPage />} />
              <Route path={routes.changeFund(':pot')} element={<FundFormPage />} />
              <Route path={routes.savings} element={<SavingsPage />} />
              <Route path={routes.insights} element={<InsightsPage />} />
              <Route path={routes.newRequest} element={<RequestPage />} />
              <Route path={routes.groupSession} element={<GroupSessionPage />} />
              <Route path={routes.updateRound} element={<UpdateRoundPage />} />
              <Route path={routes.consortia} element={<ConsortiaPage />} />
              <Route path={routes.afterFunding} element={<AfterFundingPage />} />
              <Route path={routes.import} element={<ImportPage />} />
              <Route path={routes.settings} element={<SettingsPage />} />
              <Route path="*" element={<NoSuchPage />} />
            </Routes>
          </Suspense>
        </Shell>
      </BrowserRouter>
      <Suspense>{needsSignIn && <SignIn desk={desk} />}</Suspense>
    </QueryClientProvider>
  )
}

/**
 * The link that opened the tab leads on once only; coming back to the start does not follow it again. Without one, those with work that
 * waits begin with it; a programme that is still empty begins with its list, and what to do first.
 */
function Home({ linkedTo }: { linkedTo: string }) {
  const { may } = useSession()
  const target = routeOfLink(linkedTo)
  const home = worksOn.some(may) ? routes.today : routes.enterprises
  return <Navigate to={target === routes.home ? home : target} replace />
}

const worksOn: readonly Permission[] = ['cases.record', 'check-ins.record', 'grants.pay']

function NoSuchPage() {
  return (
    <Page title="We cannot show you this">
      <NotShown titled />
    </Page>
  )
}
