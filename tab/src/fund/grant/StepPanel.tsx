import { Button, makeStyles, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components'
import { ChevronDownRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { CopyLetter } from '#tab/fund/grant/CopyLetter.tsx'
import { pageLabels, recommendLabels, stepLabels, waitingLabels } from '#tab/fund/grant/grantPageLabels.ts'
import { useGrantStyles } from '#tab/fund/grant/grantStyles.ts'
import { LeftBar } from '#tab/fund/grant/LeftBar.tsx'
import { offerLetter, paymentNote } from '#tab/fund/grant/letters.ts'
import type { NameOf } from '#tab/fund/grant/peopleStrip.ts'
import { starting } from '#tab/fund/grant/peopleStrip.ts'
import { waitingWords } from '#tab/fund/grant/standingWords.ts'
import { StepForm } from '#tab/fund/grant/StepForm.tsx'
import type { GrantStepKind } from '#domain/grantSteps.ts'
import { mayDeclare, otherSteps } from '#tab/fund/grant/stepKinds.ts'
import type { GrantStepForm } from '#tab/fund/grant/useGrantStep.ts'
import { routes } from '#tab/routes.ts'
import { sayDay, sayMoney } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({ button: { whiteSpace: 'nowrap', [phone]: { minHeight: '44px' } } })

type StepPanelProps = {
  answer: GrantAnswer
  nameOf: NameOf
  step: GrantStepForm
  hidden: boolean
  /** Opens another step than the one that waits; undefined goes back to that. */
  open: (kind: GrantStepKind | undefined) => void
  isOpened: boolean
  refresh: () => void
}

/** What others said of it, what is left, and the step that waits, with its form. */
export function StepPanel(props: StepPanelProps) {
  const { answer, nameOf, hidden } = props
  return (
    <>
      <Assessment answer={answer} nameOf={nameOf} hidden={hidden} />
      <LeftBar answer={answer} />
      <Decided answer={answer} nameOf={nameOf} hidden={hidden} />
      <Waiting {...props} />
    </>
  )
}

type Saying = Pick<StepPanelProps, 'answer' | 'nameOf' | 'hidden'>

function Assessment({ answer, nameOf, hidden }: Saying) {
  const styles = useGrantStyles()
  const { assessed } = answer.grant
  if (!assessed) return null
  const words = hidden ? pageLabels.hidden : answer.words.assessment ? `“${answer.words.assessment}”` : pageLabels.gone
  return (
    <section className={styles.part} aria-labelledby="grant-assessment">
      <h2 id="grant-assessment" className={styles.heading}>
        {pageLabels.assessment}: {assessed.recommends ? `yes, ${sayMoney(assessed.pence)}` : 'no'}
      </h2>
      <p className={styles.quiet}>
        {words} {starting(nameOf(assessed.by))}, {sayDay(assessed.on)}
      </p>
    </section>
  )
}

function Decided({ answer, nameOf, hidden }: Saying) {
  const styles = useGrantStyles()
  const { decided, said, state } = answer.grant
  const done = decided ?? (state === 'turned-down' || state === 'sent-back' ? said : undefined)
  if (!done) return null
  const text = decided ? answer.words.decision : answer.words.said
  const outcome = decided ? `yes, ${sayMoney(decided.pence)}` : state === 'sent-back' ? 'more was asked for' : 'no'
  return (
    <section className={styles.part} aria-labelledby="grant-decided">
      <h2 id="grant-decided" className={styles.heading}>
        Decision: {outcome}
      </h2>
      <p className={styles.quiet}>
        {hidden ? pageLabels.hidden : text ? `“${text}”` : pageLabels.gone} {starting(nameOf(done.by))}, {sayDay(done.on)}
      </p>
    </section>
  )
}

function headingOf({ answer, step, isOpened }: StepPanelProps): string {
  if (step.kind && isOpened) return stepLabels[step.kind].name
  const { next } = answer.row
  return next ? waitingLabels[next.step] : pageLabels.over
}

function Waiting(props: StepPanelProps) {
  const { answer, nameOf, hidden, step, open, isOpened, refresh } = props
  const styles = useGrantStyles()
  const own = useStyles()
  const { kind } = step
  const { next } = answer.row
  const navigate = useNavigate()
  const { me, may } = useSession()
  const interest = !isOpened && mayDeclare(answer, me.oid, may) && (
    <Button appearance="subtle" className={own.button} onClick={() => open('declare-interest')}>
      {pageLabels.interest}
    </Button>
  )
  const writes = !hidden && (may('grants.handle') || may('grants.pay'))
  const isMineToAnswer = next?.step === 'recommend' && next.may
  return (
    <section className={styles.part} aria-labelledby="grant-step">
      <h2 id="grant-step" tabIndex={-1} className={styles.heading}>
        {headingOf(props)}
      </h2>
      {kind === 'offer-grant' && writes && (
        <div className={styles.letter}>
          <CopyLetter label={pageLabels.copyOffer} letter={() => offerLetter(answer, answer.today)} />
        </div>
      )}
      {kind ? (
        <StepForm
          answer={answer}
          step={{ ...step, kind }}
          nameOf={nameOf}
          cancel={isOpened ? () => open(undefined) : undefined}
          beside={interest}
          refresh={refresh}
        />
      ) : (
        next && !isMineToAnswer && <p className={styles.words}>{waitingWords(next, nameOf)}</p>
      )}
      {!kind && isMineToAnswer && (
        <Button appearance="primary" onClick={() => void navigate(routes.recommend(answer.row.caseId))}>
          {recommendLabels.answerIt}
        </Button>
      )}
      <Besides answer={answer} kind={kind} writes={writes} isOpened={isOpened} open={open} interest={!kind && interest} />
    </section>
  )
}

/** The letters to copy, what else may have happened, and "I have an interest". */
type BesidesProps = Pick<StepPanelProps, 'answer' | 'isOpened' | 'open'> & {
  kind: GrantStepKind | undefined
  /** Whether letters are theirs to write, and may be read aloud here. */
  writes: boolean
  interest: ReactNode
}

function Besides({ answer, kind, writes, isOpened, open, interest }: BesidesProps) {
  const styles = useStyles()
  const shared = useGrantStyles()
  if (isOpened) return null
  const others = otherSteps(answer)
  const { decided, payments } = answer.grant
  return (
    <div className={shared.buttons}>
      {writes && decided && kind !== 'offer-grant' && (
        <CopyLetter label={pageLabels.copyOffer} letter={() => offerLetter(answer, answer.today)} />
      )}
      {writes && payments.length > 0 && <CopyLetter label={pageLabels.copyPayment} letter={() => paymentNote(answer) ?? ''} />}
      {others.length > 0 && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button className={styles.button} icon={<ChevronDownRegular />} iconPosition="after">
              {pageLabels.more}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {others.map(each => (
                <MenuItem key={each} onClick={() => open(each)}>
                  {stepLabels[each].name}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {interest}
    </div>
  )
}
