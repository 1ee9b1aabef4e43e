import { Button, Checkbox, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import {
  CheckmarkRegular,
  DocumentEditRegular,
  PersonQuestionMarkRegular,
  PersonRegular,
  QuestionCircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { CqcQuestion, PlainAnswer } from '#domain/cqcCheck.ts'
import { plainAnswerOf } from '#domain/cqcCheck.ts'
import { checkFields } from '#tab/cqcCheck/checkFields.ts'
import { answerWords, beforeWords, changedSince, reasonWords, whenYouSign } from '#tab/cqcCheck/checkWords.ts'
import { numbered } from '#tab/cqcCheck/CheckQuestions.tsx'
import type { Check } from '#tab/cqcCheck/useCqcCheck.ts'
import { checkWords, guideWords, nationLabels, notSureLabels, otherNations, plainAnswerLabels } from '#tab/cqcLabels.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { MarkSign } from '#tab/ui/Marks.tsx'
import { useSession } from '#tab/ui/session.ts'
import type { Form } from '#tab/ui/useForm.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  over: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
  heading: { ...typographyStyles.subtitle1, display: 'flex', alignItems: 'center', gap: '8px', margin: '0 0 4px' },
  icon: { lineHeight: 0, color: tokens.colorNeutralForeground2 },
  careful: { color: tokens.colorStatusWarningForeground2 },
  words: { ...typographyStyles.body1, margin: 0 },
  before: { ...typographyStyles.body1, margin: '4px 0 0', color: tokens.colorNeutralForeground3 },
  subheading: { ...typographyStyles.body1Strong, margin: '16px 0 4px' },
  list: { ...typographyStyles.body1, listStyle: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '4px' },
  follows: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: '8px', '& svg': { marginTop: '2px' } },
  link: { minHeight: '24px', [phone]: { minHeight: '32px' } },
  sign: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, margin: '16px -16px 0', padding: '16px 16px 0' },
  tick: { marginLeft: '-8px', [phone]: { minHeight: '44px' } },
  fault: { ...typographyStyles.caption1, color: tokens.colorPaletteRedForeground1, margin: 0 },
  button: { width: '100%', maxWidth: 'none', marginTop: '8px' },
  guide: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: '12px 0 0' },
})

// Never a green tick: none of the four clears anybody.
const icons = {
  'not-personal-care': <SubtractCircleRegular fontSize={24} />,
  'probably-not-needed': <PersonRegular fontSize={24} />,
  'must-register': <DocumentEditRegular fontSize={24} />,
  'ask-cqc': <PersonQuestionMarkRegular fontSize={24} />,
} satisfies Record<PlainAnswer, ReactElement>

/** The heading of the answer, as it is drawn and as it is read out. */
export function headingOf({ checked, isEmpty, isEngland, form }: Check): { words: string; icon: ReactElement; careful: boolean } {
  if (!isEngland) {
    const nation = form.words['nation'] as keyof typeof otherNations
    return { words: `Ask ${otherNations[nation]}`, icon: icons['ask-cqc'], careful: true }
  }
  if (isEmpty) return { words: checkWords.notYet, icon: <QuestionCircleRegular fontSize={24} />, careful: false }
  const answer = plainAnswerOf[checked.outcome]
  return { words: plainAnswerLabels[answer], icon: icons[answer], careful: answer === 'ask-cqc' || answer === 'must-register' }
}

export function AnswerHeading({ check, as: Heading = 'h2' }: { check: Check; as?: 'h2' | 'p' }) {
  const styles = useStyles()
  const { words, icon, careful } = headingOf(check)
  return (
    <>
      <p className={styles.over}>On these answers</p>
      <Heading className={styles.heading}>
        <span className={careful ? `${styles.icon} ${styles.careful}` : styles.icon}>{icon}</span>
        {words}
      </Heading>
    </>
  )
}

type CheckAnswerProps = {
  check: Check
  signed: boolean
  tick: (signed: boolean) => void
  isUnsigned: boolean
  /** Shows a question and puts the focus there. */
  show: (question: CqcQuestion) => void
  /** The button stands at the foot of a phone. */
  sign: (() => void) | undefined
}

/** What the answers come to, why, what a signature changes, and the signature. */
export function CheckAnswer({ check, signed, tick, isUnsigned, show, sign }: CheckAnswerProps) {
  const styles = useStyles()
  const { me } = useSession()
  const { checked, tracks, isEmpty, isEngland, form } = check
  if (!isEngland) return <ElsewhereAnswer check={check} />
  return (
    <>
      <AnswerHeading check={check} />
      <p className={styles.words}>{isEmpty ? checkWords.notYetWords : answerWords(checked)}</p>
      {beforeWords(tracks) && <p className={styles.before}>{beforeWords(tracks)}</p>}
      {!isEmpty && <Why check={check} show={show} />}
      {!isEmpty && <WhenYouSign check={check} />}
      <Signature form={form} name={me.name} signed={signed} tick={tick} isUnsigned={isUnsigned} />
      {sign && (
        <Button appearance="primary" className={styles.button} onClick={sign} disabledFocusable={form.locked}>
          {check.sender.sending.state === 'waiting' ? 'Try again' : checkWords.sign}
        </Button>
      )}
      <p className={styles.guide}>{guideWords}</p>
    </>
  )
}

function Why({ check, show }: { check: Check; show: (question: CqcQuestion) => void }) {
  const styles = useStyles()
  const { checked, tracks, answers } = check
  const numbers = numbered(check)
  return (
    <>
      <h3 className={styles.subheading}>Why</h3>
      <ul className={styles.list}>
        {checked.reasons.map(reason => {
          const { question } = reason
          const number = numbers.indexOf(question) + 1
          return (
            <li key={question}>
              <Link as="button" type="button" inline className={styles.link} onClick={() => show(question)}>
                {number > 0 ? `Answer ${number}` : `On record, ${notSureLabels[question]}`}
              </Link>
              {reasonWords(reason, changedSince(tracks, answers, question) !== undefined)}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function WhenYouSign({ check: { checked, tracks, askedOn } }: { check: Check }) {
  const styles = useStyles()
  return (
    <>
      <h3 className={styles.subheading}>When you sign</h3>
      <ul className={styles.list}>
        {whenYouSign(checked, tracks, askedOn).map(({ mark, words }) => (
          <li key={words} className={styles.follows}>
            {mark ? <MarkSign state={mark} size={16} /> : <CheckmarkRegular fontSize={16} aria-hidden />}
            {words}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The id of the tick, so that it can take the focus. */
export const signatureId = 'check-signature'

type SignatureProps = Pick<CheckAnswerProps, 'signed' | 'tick' | 'isUnsigned'> & { form: Form; name: string }

export function Signature({ form, name, signed, tick, isUnsigned }: SignatureProps) {
  const styles = useStyles()
  const note = checkFields.filter(field => field.name === 'note')
  return (
    <div className={styles.sign}>
      <FormFields form={{ ...form, fields: note }} />
      <Checkbox
        id={signatureId}
        className={styles.tick}
        checked={signed}
        aria-describedby={isUnsigned ? `${signatureId}-fault` : undefined}
        onChange={(_, { checked }) => tick(checked === true)}
        label={`I, ${name}, answered these as I was told`}
      />
      {isUnsigned && (
        <p id={`${signatureId}-fault`} className={styles.fault}>
          {checkWords.signMissing}
        </p>
      )}
    </div>
  )
}

/** Outside England CQC has no say, and neither have we. */
function ElsewhereAnswer({ check }: { check: Check }) {
  const styles = useStyles()
  const nation = check.form.words['nation'] as keyof typeof otherNations
  return (
    <>
      <AnswerHeading check={check} />
      <p className={styles.words}>
        In {nationLabels[nation]} other rules hold, and {otherNations[nation]} decides. Please ask them. We keep nothing of these answers.
      </p>
    </>
  )
}
