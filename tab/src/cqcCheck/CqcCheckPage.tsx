import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { useEffect, useEffectEvent, useState } from 'react'
import { useParams } from 'react-router'
import type { CqcQuestion } from '#domain/cqcCheck.ts'
import { reScoping } from '#domain/milestones.ts'
import type { CaseDetail } from '#tab/api.ts'
import { failureOf } from '#tab/api.ts'
import { AnswerHeading, CheckAnswer, headingOf, signatureId } from '#tab/cqcCheck/CheckAnswer.tsx'
import { sameAnswers } from '#tab/cqcCheck/checkFields.ts'
import { sayAgain } from '#tab/cqcCheck/checkWords.ts'
import { CheckQuestions, numbered } from '#tab/cqcCheck/CheckQuestions.tsx'
import type { Check } from '#tab/cqcCheck/useCqcCheck.ts'
import { useCqcCheck } from '#tab/cqcCheck/useCqcCheck.ts'
import { checkWords } from '#tab/cqcLabels.ts'
import { EnterpriseSkeleton } from '#tab/enterprise/EnterpriseSkeleton.tsx'
import { useEnterprise } from '#tab/enterprise/useEnterprise.ts'
import { titleOf } from '#tab/enterprises/rowWords.ts'
import { entryLabels } from '#tab/entryLabels.ts'
import { routes } from '#tab/routes.ts'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import type { Words } from '#tab/ui/drafts.ts'
import { wordsToCopy } from '#tab/ui/fields.ts'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import { Notice, NotShown } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { useSession } from '#tab/ui/session.ts'
import { TaskPage } from '#tab/ui/TaskPage.tsx'
import { focusField } from '#tab/ui/useForm.ts'
import { useSettled } from '#tab/ui/useSettled.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const twoColumns = '@media (min-width: 1000px)'

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '32px',
    [twoColumns]: { gridTemplateColumns: 'minmax(0, 1fr) 328px', alignItems: 'start' },
  },
  bar: { marginBottom: '20px' },
  card: {
    boxSizing: 'border-box',
    padding: '16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    [twoColumns]: { position: 'sticky', top: '20px', maxHeight: 'calc(100dvh - 40px)', overflowY: 'auto' },
  },
  same: { [phone]: { minHeight: '44px' } },
  answered: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  status: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', columnGap: '8px' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  line: { flex: '1 1 auto', minWidth: 0, '& > p': { margin: 0 }, '& > p + p': { ...typographyStyles.body1Strong, gap: '4px' } },
  grow: { flex: '1 1 auto' },
})

const parentsOf = (id: string, name: string) =>
  [
    { label: 'Enterprises', to: routes.enterprises },
    { label: name, to: routes.enterprise(id) },
  ] as const

/** The CQC check of one enterprise. */
export default function CqcCheckPage() {
  const { id = '' } = useParams()
  const { may } = useSession()
  const record = useEnterprise(id)
  if (record.data && may('cases.record')) return <CheckOf key={id} detail={record.data} />
  const parents = parentsOf(id, record.data ? titleOf(record.data) : 'Enterprise')
  const isNotShown = record.error !== null && failureOf(record.error).kind === 'not-shown'
  return (
    <Page title={isNotShown ? 'We cannot show you this' : 'CQC check'} parents={isNotShown ? parents.slice(0, 1) : parents}>
      {isNotShown ? (
        <NotShown titled />
      ) : (
        <Remote query={record} waitingFor="Loading the record" skeleton={<EnterpriseSkeleton />} called="record">
          {() => <Notice heading="You cannot do the check here">Your role only reads. If you think you should, ask the lead.</Notice>}
        </Remote>
      )}
    </Page>
  )
}

/** What is on the screen of a phone, and what is to have the focus once it is there. */
type View = {
  screen: 'questions' | 'answer'
  focus?: CqcQuestion | 'signature' | 'missing' | 'title' | 'nation'
  changing: boolean
  turn: number
}

function useView(check: Check): { view: View; look: (next: Partial<View>) => void } {
  const [view, setView] = useState<View>({ screen: 'questions', changing: false, turn: 0 })
  const { focus, turn } = view
  const missing = [...check.asked, 'nation', 'happenedOn', 'trueFrom'].find(name => check.form.faults[name])
  const grant = useEffectEvent((_turn: number): void => {
    if (focus === 'signature') document.getElementById(signatureId)?.focus()
    else if (focus === 'title') document.querySelector('h1')?.focus()
    else if (focus === 'missing') focusField(missing ?? '')
    else if (focus) focusField(focus)
  })
  useEffect(() => grant(turn), [turn])
  const look = (next: Partial<View>): void =>
    setView(({ screen, changing, turn: before }) => ({ screen, changing, ...next, turn: before + 1 }))
  return { view, look }
}

function CheckOf({ detail }: { detail: CaseDetail }) {
  const styles = useStyles()
  const check = useCqcCheck(detail)
  const { view, look } = useView(check)
  const [signed, setSigned] = useState(false)
  const [isUnsigned, setUnsigned] = useState(false)
  const isPhone = useWidth() === 'phone'
  const sign = (): void => {
    if (check.form.locked) return
    if (!signed && isComplete(check)) {
      setUnsigned(true)
      look({ screen: 'answer', focus: 'signature' })
    } else if (check.sign() === 'missing') look({ screen: 'questions', focus: 'missing' })
  }
  const answer = (
    <CheckAnswer
      check={check}
      signed={signed}
      tick={ticked => {
        setSigned(ticked)
        setUnsigned(false)
      }}
      isUnsigned={isUnsigned}
      show={question => look({ screen: 'questions', focus: question, changing: view.changing || check.known.includes(question) })}
      sign={isPhone ? undefined : sign}
    />
  )
  const questions = (
    <>
      <Above check={check} />
      <KeptWords form={check.form}>
        <CheckQuestions check={check} changing={view.changing} change={() => look({ changing: true, focus: check.known[0] ?? 'nation' })} />
      </KeptWords>
    </>
  )
  const showsAnswer = isPhone && view.screen === 'answer'
  return (
    <TaskPage
      title="CQC check"
      windowTitle={`CQC check, ${detail.reference}`}
      parents={parentsOf(detail.id, titleOf(detail))}
      context={[titleOf(detail), ...(detail.name === null ? [] : [detail.reference])]}
      status={<Status check={check} />}
      foot={<Foot check={check} showsAnswer={showsAnswer} look={look} sign={sign} />}
    >
      {isPhone ? (
        showsAnswer ? (
          answer
        ) : (
          questions
        )
      ) : (
        <div className={styles.page}>
          <div>{questions}</div>
          <aside className={styles.card} aria-label="The answer">
            {answer}
          </aside>
        </div>
      )}
      <Announced words={headingOf(check).words} />
    </TaskPage>
  )
}

const isComplete = ({ asked, answers, form }: Check): boolean =>
  asked.every(question => answers[question] !== undefined) && form.words['happenedOn'] !== '' && form.words['trueFrom'] !== ''

/** The answer as it changes, read out once it has rested for a second. */
function Announced({ words }: { words: string }) {
  const styles = useStyles()
  const settled = useSettled(words, 1_000)
  return (
    <div role="status" className={styles.hidden}>
      {settled === checkWords.notYet ? '' : `On these answers: ${settled}`}
    </div>
  )
}

function Status({ check }: { check: Check }) {
  const styles = useStyles()
  const shown = numbered(check)
  const isPhone = useWidth() === 'phone'
  const done = shown.filter(question => check.answers[question] !== undefined).length
  return (
    <div className={styles.status}>
      <span className={styles.answered}>
        {done} of {shown.length}
        {isPhone ? '' : ' answered'}
      </span>
      <DraftStatus form={check.form} sending={check.sender.sending} />
    </div>
  )
}

/** Why the check is done again; what others recorded meanwhile; and why it is not saved yet. */
function Above({ check }: { check: Check }) {
  const styles = useStyles()
  const { tracks, detail, sender, form } = check
  const again = reScoping(tracks, detail.today)
  const { sending } = sender
  const same = sameAnswers(tracks, detail.today)
  // They stand in the boxes to be looked at; the button is gone then, so the focus goes to the first of them.
  const take = (answers: Words): void => {
    for (const [question, answer] of Object.entries(answers)) form.set(question, answer)
    focusField('personalCare')
  }
  return (
    <>
      {again && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>{sayAgain(again)}</MessageBarBody>
          {same && check.isEmpty && (
            <MessageBarActions>
              <Button className={styles.same} onClick={() => take(same)}>
                {checkWords.same}
              </Button>
            </MessageBarActions>
          )}
        </MessageBar>
      )}
      {sending.state === 'changed' && (
        <MessageBar intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody>
            <MessageBarTitle>Someone made a change while you were answering. Your answers are safe.</MessageBarTitle> New on the record:{' '}
            {[
              ...new Set(
                sending.entries.map(({ kind }) => (kind in entryLabels ? entryLabels[kind as keyof typeof entryLabels] : 'a correction')),
              ),
            ].join(', ')}
            . Look at it, then sign again.
          </MessageBarBody>
        </MessageBar>
      )}
      <SendingBar sending={sending} copy={() => wordsToCopy(form.fields, form.words)} />
    </>
  )
}

type FootProps = { check: Check; showsAnswer: boolean; look: (next: Partial<View>) => void; sign: () => void }

/** On a phone: what the answers come to, and the way to the signature. */
function Foot({ check, showsAnswer, look, sign }: FootProps) {
  const styles = useStyles()
  if (showsAnswer) {
    return (
      <>
        <Button onClick={() => look({ screen: 'questions', focus: 'title' })}>Answers</Button>
        {check.isEngland && (
          <Button appearance="primary" className={styles.grow} onClick={sign} disabledFocusable={check.form.locked}>
            {check.sender.sending.state === 'waiting' ? 'Try again' : checkWords.sign}
          </Button>
        )}
      </>
    )
  }
  return (
    <>
      <div className={styles.line}>
        <AnswerHeading check={check} as="p" />
      </div>
      <Button appearance="primary" onClick={() => look({ screen: 'answer', focus: 'title' })}>
        See why and sign
      </Button>
    </>
  )
}
