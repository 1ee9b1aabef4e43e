import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { formIdOf } from '#domain/draft.ts'
import type { Insights } from '#domain/insightWireSchemas.ts'
import { AreasSection } from '#tab/insights/AreasSection.tsx'
import { FeedbackSection } from '#tab/insights/FeedbackSection.tsx'
import { GapsSection } from '#tab/insights/GapsSection.tsx'
import type { Opened } from '#tab/insights/InsightDialog.tsx'
import { InsightDialog } from '#tab/insights/InsightDialog.tsx'
import { PasteDialog } from '#tab/insights/PasteDialog.tsx'
import { ReadinessSection } from '#tab/insights/ReadinessSection.tsx'
import { RequestsSection } from '#tab/insights/RequestsSection.tsx'
import { StoriesSection } from '#tab/insights/StoriesSection.tsx'
import { useAsking, useCalled, useInsights, useInsightSending } from '#tab/insights/useInsights.ts'
import { routes } from '#tab/routes.ts'
import { Bone } from '#tab/ui/Bone.tsx'
import { NotShown } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  action: { whiteSpace: 'nowrap', [phone]: { minHeight: '44px' } },
  // It is there before there is anything to say, so that what is said then is read out.
  saved: { ...typographyStyles.body1Strong, margin: `0 0 ${tokens.spacingVerticalM}`, ':empty': { margin: 0 } },
})

/** What it is for: people and choice first, then what is missing where, and what there is to build on. */
export default function InsightsPage() {
  const styles = useStyles()
  const { may } = useSession()
  const navigate = useNavigate()
  const parent = may('cohort.read') ? { label: 'Cohorts', to: routes.cohorts } : { label: 'Enterprises', to: routes.enterprises }
  const action = may('insights.record') && (
    <Button appearance="primary" className={styles.action} onClick={() => void navigate(routes.newRequest)}>
      Log a request
    </Button>
  )
  return (
    <Page title="Choice and needs" parents={[parent]} actions={action}>
      {may('insights.read') ? <Answer /> : <NotShown />}
    </Page>
  )
}

function Answer() {
  const insights = useInsights()
  return (
    <Remote query={insights} waitingFor="Loading what people say and need" skeleton={<Bones />}>
      {found => <Sections insights={found} />}
    </Remote>
  )
}

const Bones = () => (
  <>
    <Bone shape="box" width="40%" />
    <Bone />
    <Bone shape="box" width="40%" />
    <Bone />
  </>
)

function Sections({ insights }: { insights: Insights }) {
  const { may, programme } = useSession()
  const [opened, open] = useState<Opened>()
  const [pasting, setPasting] = useState(false)
  const [saved, setSaved] = useState<{ words: string; ids: readonly string[] }>()
  const called = useCalled(insights)
  const asking = useAsking(insights)
  const mayRecord = may('insights.record')
  // A partner records requests and stories of their own; numbers of an area are for those who see all of it.
  const forAll = mayRecord && insights.gaps !== null
  const close = (): void => open(undefined)
  return (
    <>
      <SavedLine key={saved?.ids.join(' ')} saved={saved} undone={() => setSaved({ words: 'Undone.', ids: [] })} />
      <FeedbackSection feedback={insights.feedback} mayRecord={mayRecord} open={open} />
      {insights.gaps && <GapsSection gaps={insights.gaps} called={called} />}
      <RequestsSection requests={insights.requests} called={called} open={open} />
      <AreasSection counts={insights.areaCounts} called={called} mayRecord={forAll} open={open} paste={() => setPasting(true)} />
      <ReadinessSection services={insights.readiness} mayCount={forAll} maySign={may('readiness.sign')} open={open} />
      <StoriesSection stories={insights.stories} mayRecord={mayRecord} open={open} />
      {opened && (
        <InsightDialog
          key={`${programme.id} ${opened.kind} ${opened.about ?? ''}`}
          opened={opened}
          asking={asking}
          close={close}
          saved={answer => {
            setSaved({ words: opened.saved, ids: canUndo(opened) ? answer.insights : [] })
            close()
          }}
        />
      )}
      {pasting && (
        <PasteDialog
          counts={insights.areaCounts}
          areas={programme.areas}
          close={() => setPasting(false)}
          saved={words => {
            setSaved({ words, ids: [] })
            setPasting(false)
          }}
        />
      )}
    </>
  )
}

/** Words that are gone do not come back, so the end of a story is not undone, and a story is taken back by its own button. */
const canUndo = ({ kind }: Opened): boolean => kind !== 'end-story' && kind !== 'tell-story' && kind !== 'withdraw'

function SavedLine({ saved, undone }: { saved: { words: string; ids: readonly string[] } | undefined; undone: () => void }) {
  const styles = useStyles()
  const [id] = saved?.ids ?? []
  const sender = useInsightSending(formIdOf('new', 'undo-insight'), undone)
  return (
    <p role="status" className={styles.saved}>
      {saved && `${saved.words} `}
      {id !== undefined && (
        <Link as="button" type="button" inline onClick={() => sender.submit({ kind: 'withdraw', of: id, reason: 'did-not-happen' })}>
          Undo
        </Link>
      )}
    </p>
  )
}
