import { Button, Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import type { SubmitEvent } from 'react'
import { lazy, Suspense, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { formIdOf } from '#domain/draft.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import type { GateItem } from '#tab/checks/gateItems.ts'
import { gateItem } from '#tab/checks/gateItems.ts'
import { GateList } from '#tab/checks/GateList.tsx'
import type { Opened } from '#tab/enterprise/opened.ts'
import { openedBy, pageOf } from '#tab/enterprise/opened.ts'
import { tracksOf } from '#tab/enterprise/tracks.ts'
import { useEnterprise } from '#tab/enterprise/useEnterprise.ts'
import { useRecording } from '#tab/enterprise/useRecording.ts'
import { titleOf } from '#tab/enterprises/rowWords.ts'
import { pageLabels, recommendLabels } from '#tab/fund/grant/grantPageLabels.ts'
import type { OpenPot } from '#tab/fund/grant/recommendFields.ts'
import { openPots, recommendCommand, recommendFields, recommendStart } from '#tab/fund/grant/recommendFields.ts'
import { useGrant } from '#tab/fund/grant/useGrant.ts'
import { usePots } from '#tab/fund/useFund.ts'
import { routes } from '#tab/routes.ts'
import { Bone } from '#tab/ui/Bone.tsx'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import { Notice } from '#tab/ui/Notice.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { useSession } from '#tab/ui/session.ts'
import { TaskPage } from '#tab/ui/TaskPage.tsx'
import { formOnItsWay, useForm } from '#tab/ui/useForm.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

// The form that clears what is in the way comes when it is opened.
const OpenedDialog = lazy(() => import('#tab/enterprise/OpenedDialog.tsx'))

const useStyles = makeStyles({
  form: { maxWidth: '560px' },
  bar: { maxWidth: '560px', marginBottom: tokens.spacingVerticalM },
  gates: {
    maxWidth: '640px',
    marginBottom: tokens.spacingVerticalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '16px' },
  button: { [phone]: { flex: '1 1 auto', maxWidth: 'none' } },
})

const formId = 'recommend-grant'

/** Recommends a grant for an enterprise, on a phone in a car park: what for, which gap, how much, and one sentence why. */
export default function RecommendPage() {
  const { id = '' } = useParams()
  const { may } = useSession()
  const record = useEnterprise(id)
  const pots = usePots(may('pots.read'))
  const title = record.data ? titleOf(record.data) : 'Enterprise'
  const parents = [
    { label: 'Enterprises', to: routes.enterprises },
    { label: title, to: routes.enterprise(id) },
  ] as const
  if (!may('grants.recommend')) {
    return (
      <TaskPage title={recommendLabels.title} parents={parents}>
        <Notice heading={recommendLabels.notYours}>{recommendLabels.notYoursWords}</Notice>
      </TaskPage>
    )
  }
  if (!record.data || !pots.data) {
    return (
      <TaskPage title={recommendLabels.title} parents={parents}>
        <Remote query={record} waitingFor="Loading the record" skeleton={<Bone shape="box" />} called="record">
          {() => (
            <Remote query={pots} waitingFor="Loading the funds" skeleton={<Bone shape="box" />}>
              {() => null}
            </Remote>
          )}
        </Remote>
      </TaskPage>
    )
  }
  const tracks = tracksOf(record.data)
  const open = openPots(pots.data.pots, tracks.grants, record.data.today)
  const back = tracks.grants.find(({ state, pot }) => state === 'sent-back' && pot !== undefined)
  const common = { detail: record.data, parents }
  if (back) return <Again {...common} pots={open} grantId={back.grantId} />
  if (open.length > 0) return <RecommendForm {...common} pots={open} back={undefined} />
  const [heading, words] =
    pots.data.pots.length === 0 ? [recommendLabels.noFund, recommendLabels.noFundWords] : [recommendLabels.over, recommendLabels.overWords]
  return (
    <TaskPage title={recommendLabels.title} parents={parents} context={[title]}>
      <Notice heading={heading}>{words}</Notice>
    </TaskPage>
  )
}

type CommonProps = {
  detail: CaseDetail
  parents: readonly [{ label: string; to: string }, { label: string; to: string }]
  pots: readonly OpenPot[]
}

/** One that was sent back: what was asked, and the same form filled in. */
function Again({ grantId, ...common }: CommonProps & { grantId: string }) {
  const grant = useGrant(common.detail.id, grantId)
  if (grant.data) return <RecommendForm {...common} pots={common.pots.filter(({ id }) => id === grant.data.pot.id)} back={grant.data} />
  return (
    <TaskPage title={recommendLabels.again} parents={common.parents}>
      <Remote query={grant} waitingFor="Loading the grant" skeleton={<Bone shape="box" />} called="grant">
        {() => null}
      </Remote>
    </TaskPage>
  )
}

/** The form on its way to the record. Once it is there, their page shows it among their money. */
function useRecommendation({ detail, pots, back }: CommonProps & { back: GrantAnswer | undefined }) {
  const navigate = useNavigate()
  const [seen, setSeen] = useState(0)
  const draft = formIdOf(detail.id, formId)
  const typed = useForm(
    draft,
    recommendFields(pots),
    recommendStart(pots, { today: detail.today, services: tracksOf(detail).services, back }),
    detail.today,
  )
  const sender = useRecording(detail.id, draft, () => void navigate(routes.enterprise(detail.id)))
  const press = (event: SubmitEvent): void => {
    event.preventDefault()
    const { sending } = sender
    if (sending.state === 'waiting') sender.tryNow()
    if (sending.state === 'waiting' || sending.state === 'sending') return
    const answers = typed.read()
    if (answers) sender.submit(recommendCommand(answers, pots, back), Math.max(seen, detail.n))
  }
  const lookAgain = (): void => {
    if (sender.sending.state === 'changed') setSeen(sender.sending.n)
    sender.back()
  }
  return { form: formOnItsWay(typed, sender), sender, press, lookAgain }
}

function RecommendForm(props: CommonProps & { back: GrantAnswer | undefined }) {
  const styles = useStyles()
  const { detail, parents, back } = props
  const onPhone = useWidth() === 'phone'
  const { form, sender, press, lookAgain } = useRecommendation(props)
  const { may } = useSession()
  const { sending } = sender
  // One that is on its way stays as it is, whatever its own entry shuts meanwhile.
  const shut = sending.state === 'idle' ? gateItem(detail, 'recommend-grant', tracksOf(detail), may) : undefined
  const save = !shut && form.earlier?.state !== 'offered' && (
    <Button type="submit" form={formId} appearance="primary" className={styles.button} disabledFocusable={sending.state === 'sending'}>
      {sending.state === 'waiting' ? 'Try again' : recommendLabels.save}
    </Button>
  )
  return (
    <TaskPage
      title={back ? recommendLabels.again : recommendLabels.title}
      parents={parents}
      context={[titleOf(detail)]}
      status={!shut && <DraftStatus form={form} sending={sending} />}
      foot={onPhone && save}
    >
      <InTheWay detail={detail} item={shut} />
      {back && <Asked back={back} />}
      {!shut && (
        <form id={formId} className={styles.form} onSubmit={press} noValidate>
          <SendingBar sending={sending} copy={() => wordsToCopy(form.fields, form.words)} />
          {sending.state === 'changed' && (
            <MessageBar intent="warning" layout="multiline" className={styles.bar}>
              <MessageBarBody>
                <MessageBarTitle>Someone made a change while you were typing.</MessageBarTitle> Your words are safe.{' '}
                <Link as="button" type="button" inline onClick={lookAgain}>
                  Go on
                </Link>
              </MessageBarBody>
            </MessageBar>
          )}
          <KeptWords form={form}>
            <FormFields form={form} />
          </KeptWords>
        </form>
      )}
      {!onPhone && <div className={styles.actions}>{save}</div>}
    </TaskPage>
  )
}

function Asked({ back }: { back: GrantAnswer }) {
  const styles = useStyles()
  return (
    <MessageBar layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{recommendLabels.asked}.</MessageBarTitle> {back.words.said ?? pageLabels.gone}
      </MessageBarBody>
    </MessageBar>
  )
}

/** What a gate says in place of the form, and the form that clears each. What was typed before is kept. */
function InTheWay({ detail, item }: { detail: CaseDetail; item: GateItem | undefined }) {
  const styles = useStyles()
  const navigate = useNavigate()
  const [opened, setOpened] = useState<Opened>()
  const open = (next: Opened): void => {
    const page = pageOf(next, detail.id)
    if (page === undefined) setOpened(next)
    else void navigate(page)
  }
  return (
    <>
      {item && (
        <div className={styles.gates}>
          <GateList items={[item]} open={cure => open(openedBy(cure))} />
        </div>
      )}
      <Suspense>
        {opened && (
          <OpenedDialog opened={opened} detail={detail} open={open} close={() => setOpened(undefined)} saved={() => setOpened(undefined)} />
        )}
      </Suspense>
    </>
  )
}
