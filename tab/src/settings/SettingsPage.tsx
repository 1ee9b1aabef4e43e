import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { historyOf, settingsOn } from '#domain/settings.ts'
import type { SettingsAnswer } from '#domain/settingsSchemas.ts'
import { Checks, Templates } from '#tab/settings/Checks.tsx'
import { CodeList } from '#tab/settings/CodeList.tsx'
import { EditDialog } from '#tab/settings/EditDialog.tsx'
import type { Edit } from '#tab/settings/edits.ts'
import { History } from '#tab/settings/History.tsx'
import { Limits, Safeguarding, Switches } from '#tab/settings/Limits.tsx'
import { MemberList } from '#tab/settings/MemberList.tsx'
import { Programme } from '#tab/settings/Programme.tsx'
import { Section } from '#tab/settings/Section.tsx'
import { SettingsSkeleton } from '#tab/settings/SettingsSkeleton.tsx'
import { useSettings } from '#tab/settings/useSettings.ts'
import { SettingsContext } from '#tab/settings/view.ts'
import { Wanted } from '#tab/settings/Wanted.tsx'
import { codeLabels, settingsWords } from '#tab/settingsLabels.ts'
import { NotShown } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { useSession } from '#tab/ui/session.ts'
import { useReturnFocus } from '#tab/ui/useReturnFocus.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  contents: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    margin: `0 0 ${tokens.spacingVerticalXXL}`,
    padding: 0,
  },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '28px', [phone]: { minHeight: '44px' } },
})

/** What the programme decides for itself, each with the day from which it counts. */
export default function SettingsPage() {
  const { may } = useSession()
  const settings = useSettings()
  return (
    <Page title="Settings">
      {may('settings.read') ? (
        <Remote query={settings} waitingFor="Loading the settings" skeleton={<SettingsSkeleton />} called="settings page">
          {answer => <Settings answer={answer} />}
        </Remote>
      ) : (
        <NotShown />
      )}
    </Page>
  )
}

type Part = { id: string; title: string; lead?: string; content: ReactNode }

const parts: readonly Part[] = [
  { id: 'areas', title: codeLabels.areas.title, lead: codeLabels.areas.lead, content: <CodeList kind="areas" /> },
  {
    id: 'services',
    title: 'Services and hours wanted',
    lead: codeLabels.services.lead,
    content: (
      <>
        <CodeList kind="services" titled />
        <Wanted />
        <CodeList kind="councilServices" titled />
        <CodeList kind="directories" titled />
        <CodeList kind="consortia" titled />
      </>
    ),
  },
  { id: 'limits', title: 'Limits', lead: settingsWords.rangesFree, content: <Limits /> },
  { id: 'checks', title: 'Checks and sign-off standard', lead: 'What you want to see, and of whom.', content: <Checks /> },
  {
    id: 'to-dos',
    title: 'To-dos after each step',
    lead: 'They come by themselves. Their days move with the step.',
    content: <Templates />,
  },
  {
    id: 'extras',
    title: 'What is switched on',
    lead: 'Each of these asks for more boxes. Leave off what nobody will read.',
    content: <Switches />,
  },
  { id: 'safeguarding', title: 'Safeguarding number', lead: settingsWords.phoneHint, content: <Safeguarding /> },
]

const people: Part = { id: 'people', title: 'Who is in the programme', lead: settingsWords.atOnce, content: <MemberList /> }
const rest: readonly Part[] = [
  { id: 'programme', title: 'The programme', content: <Programme /> },
  { id: 'history', title: 'What changed', content: <History /> },
]

function Settings({ answer }: { answer: SettingsAnswer }) {
  const { me, may } = useSession()
  const [edit, setEdit] = useState<Edit>()
  const rememberOpener = useReturnFocus(edit !== undefined)
  const history = useMemo(() => historyOf(answer.versions), [answer])
  const held = settingsOn(history, me.today)
  const open = (next: Edit): void => {
    rememberOpener()
    setEdit(next)
  }
  const shown = [...parts, ...(may('members.read') ? [people] : []), ...rest]
  return (
    <SettingsContext value={{ answer, history, held, edit: may('settings.change') ? open : undefined }}>
      <Contents shown={shown} />
      {shown.map(({ content, ...section }) => (
        <Section key={section.id} {...section}>
          {content}
        </Section>
      ))}
      {edit && <EditDialog key={edit.id} edit={edit} close={() => setEdit(undefined)} />}
    </SettingsContext>
  )
}

/** The parts of the page, and the way to each. */
function Contents({ shown }: { shown: readonly Part[] }) {
  const styles = useStyles()
  const go = (id: string): void => {
    const heading = document.getElementById(`${id}-title`)
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView({ block: 'start' })
  }
  return (
    <nav aria-label="On this page">
      <ul className={styles.contents}>
        {shown.map(({ id, title }) => (
          <li key={id}>
            <Link as="button" type="button" className={styles.link} onClick={() => go(id)}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
