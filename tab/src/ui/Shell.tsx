import { makeStyles, tokens, useFocusFinders } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import type { Me } from '#domain/wireSchemas.ts'
import type { Api } from '#tab/api.ts'
import { failureOf } from '#tab/api.ts'
import { routes } from '#tab/routes.ts'
import { onBackButton } from '#tab/teams.ts'
import { Broken } from '#tab/ui/Broken.tsx'
import type { Keeper } from '#tab/ui/drafts.ts'
import { DraftDesk, DraftsContext } from '#tab/ui/drafts.ts'
import type { MeetingView } from '#tab/ui/meeting.ts'
import { Navigation } from '#tab/ui/Navigation.tsx'
import { NotShown, WentWrong } from '#tab/ui/Notice.tsx'
import { SavedContext, SavedDesk } from '#tab/ui/saved.ts'
import { SavedToast } from '#tab/ui/SavedToast.tsx'
import { useScrollMemory } from '#tab/ui/scrollMemory.ts'
import type { MyProgramme, Session } from '#tab/ui/session.ts'
import { SessionContext } from '#tab/ui/session.ts'
import type { SignInDesk } from '#tab/ui/signInDesk.ts'
import { Waiting } from '#tab/ui/Waiting.tsx'
import { desk as deskWidth, phone } from '#tab/ui/widths.ts'

const FirstProgramme = lazy(() => import('#tab/ui/FirstProgramme.tsx'))

const useStyles = makeStyles({
  shell: {
    display: 'grid',
    minHeight: '100dvh',
    gridTemplateColumns: '48px minmax(0, 1fr)',
    [deskWidth]: { gridTemplateColumns: '200px minmax(0, 1fr)' },
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // Alone, where there is no page that this person may open.
  main: {
    ':only-child': { gridColumn: '1 / -1' },
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  alone: { padding: '0 24px' },
})

type ShellProps = { api: Api; desk: SignInDesk; meeting: MeetingView; ready: () => void; children: ReactNode }

/** Navigation and the page beside it, once we know who is here. */
export function Shell({ api, desk, meeting, ready, children }: ShellProps) {
  const styles = useStyles()
  const me = useQuery({ queryKey: ['me'], queryFn: ({ signal }) => api.me(signal), refetchInterval: 10 * 60_000 })
  useEffect(() => {
    // Until this is said the host may cover the tab with an error of its own, so a failure that we show counts as ready.
    if (!me.isPending) ready()
  }, [me.isPending, ready])
  useBackButton()
  useScrollMemory()
  if (me.isPending) return <Waiting />
  if (!me.data) {
    return (
      <main className={styles.alone}>
        <WentWrong alone failure={failureOf(me.error)} retry={() => void me.refetch()} />
      </main>
    )
  }
  return (
    <WithMe me={me.data} api={api} desk={desk} meeting={meeting}>
      {children}
    </WithMe>
  )
}

function WithMe({ me, api, desk, meeting, children }: Omit<ShellProps, 'ready'> & { me: Me }) {
  const styles = useStyles()
  // Fluent's keeper of the focus goes with the last part that uses it: were that a dialog, the page would stay hidden from screen readers.
  useFocusFinders()
  const [drafts] = useState(() => new DraftDesk(programme => keeperOf(api, programme)))
  const [saved] = useState(() => new SavedDesk())
  const [programme, choose] = useProgramme(me)
  useEffect(() => drafts.listen(window), [drafts])
  if (!programme && me.programmes.length > 0) {
    return (
      <main className={styles.alone}>
        <NotShown />
      </main>
    )
  }
  if (!programme) {
    return (
      <main className={styles.alone}>
        <Suspense fallback={<Waiting />}>
          <FirstProgramme api={api} desk={desk} administrator={me.administrator} today={me.today} />
        </Suspense>
      </main>
    )
  }
  const session: Session = { api, desk, me, programme, meeting, choose, may: permission => programme.permissions.includes(permission) }
  return (
    <SessionContext value={session}>
      <SavedContext value={saved}>
        <DraftsContext value={drafts.of(programme.id, session.may('drafts.keep'))}>
          <div className={styles.shell}>
            <Navigation />
            <main className={styles.main}>
              <Broken>{children}</Broken>
            </main>
          </div>
          <SavedToast />
        </DraftsContext>
      </SavedContext>
    </SessionContext>
  )
}

/** Keeps what is typed in a programme on the server. */
const keeperOf = (api: Api, programme: string): Keeper => ({
  list: () => api.drafts(programme),
  find: form => api.draft(programme, form),
  keep: (form, words, leaving) => api.keepDraft(programme, form, words, leaving),
  drop: form => api.dropDraft(programme, form),
})

/** Which programme the pages are about. With more than one it stands in the address, so that a link and a reload keep it. */
function useProgramme({ programmes }: Me): [MyProgramme | undefined, (id: string) => void] {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const inAddress = params.get('programme') ?? undefined
  const [last, setLast] = useState(inAddress)
  const byId = (id: string | undefined): MyProgramme | undefined => programmes.find(each => each.id === id)
  // A link to a programme that is not there for this person shows that, never another programme under the same title.
  const programme = inAddress === undefined ? (byId(last) ?? programmes[0]) : byId(inAddress)
  const id = programme?.id
  // A link inside the tab names no programme: it stays with the one that one was in.
  if (id !== last) setLast(id)
  const missing = programmes.length > 1 && id !== inAddress ? id : undefined
  useEffect(() => {
    if (missing !== undefined) setParams(before => withProgramme(before, missing), { replace: true })
  }, [missing, setParams])
  const choose = (next: string): void => {
    // A page about one record has nothing to say of another programme; every other page stays.
    const isOfOne = pathname.startsWith(`${routes.enterprises}/`)
    void navigate(`${isOfOne ? routes.enterprises : pathname}?programme=${next}`)
  }
  return [programme, choose]
}

function withProgramme(params: URLSearchParams, id: string): URLSearchParams {
  const next = new URLSearchParams(params)
  next.set('programme', id)
  return next
}

/** The host's back button goes back inside the tab first. */
function useBackButton(): void {
  const navigate = useNavigate()
  const { key } = useLocation()
  useEffect(() => {
    onBackButton(() => {
      if (key === 'default') return false
      void navigate(-1)
      return true
    })
  }, [key, navigate])
}
