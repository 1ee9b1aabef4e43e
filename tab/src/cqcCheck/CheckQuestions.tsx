import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { CqcQuestion } from '#domain/cqcCheck.ts'
import { besideNames, checkFields } from '#tab/cqcCheck/checkFields.ts'
import { changedSince, knownWords } from '#tab/cqcCheck/checkWords.ts'
import type { Check } from '#tab/cqcCheck/useCqcCheck.ts'
import { checkWords } from '#tab/cqcLabels.ts'
import { Choice } from '#tab/ui/Choice.tsx'
import type { Field } from '#tab/ui/fields.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { boxId } from '#tab/ui/useForm.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  part: { marginBottom: '28px' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: '12px',
    paddingBottom: '8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  hint: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'center',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 699.98px)': { gridTemplateColumns: '24px minmax(0, 1fr)', rowGap: '6px' },
  },
  number: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, alignSelf: 'start', paddingTop: '8px' },
  text: { ...typographyStyles.body1, padding: '6px 0' },
  was: {
    ...typographyStyles.caption1,
    display: 'inline-block',
    marginTop: '4px',
    padding: '1px 6px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground2,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  choice: { justifySelf: 'end', '@media (max-width: 699.98px)': { gridColumn: '2', justifySelf: 'start' } },
  under: {
    gridColumn: '1 / -1',
    justifySelf: 'start',
    maxWidth: '100%',
    '@media (max-width: 699.98px)': { gridColumn: '2' },
  },
  known: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: '16px',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  line: { ...typographyStyles.body1, margin: 0 },
  change: { minHeight: '24px', [phone]: { minHeight: '44px' } },
  boxes: { paddingTop: '12px' },
})

const first: readonly CqcQuestion[] = ['personalCare', 'otherActivity']

/** The questions that are asked by themselves, in the order of their numbers. */
export const numbered = ({ asked, known }: Pick<Check, 'asked' | 'known'>): CqcQuestion[] =>
  asked.filter(question => !known.includes(question))

const fieldOf = (question: CqcQuestion): Field | undefined => checkFields.find(({ name }) => name === question)

/** The questions: two first; what follows only where it matters; and what the record knows already, in one line. */
export function CheckQuestions({ check, changing, change }: { check: Check; changing: boolean; change: () => void }) {
  const styles = useStyles()
  const all = numbered(check)
  const others = all.filter(question => !first.includes(question))
  return (
    <>
      <section className={styles.part} aria-labelledby="first-questions">
        <div className={styles.head}>
          <h2 id="first-questions" className={styles.heading}>
            {checkWords.first}
          </h2>
          <p className={styles.hint}>{checkWords.firstHint}</p>
        </div>
        <ol className={styles.list}>
          {first.map((question, place) => (
            <Question key={question} check={check} question={question} number={place + 1} />
          ))}
        </ol>
      </section>
      {others.length > 0 && (
        <section className={styles.part} aria-labelledby="every-person">
          <div className={styles.head}>
            <h2 id="every-person" className={styles.heading}>
              {checkWords.everyone}
            </h2>
            <p className={styles.hint}>{checkWords.everyoneHint}</p>
          </div>
          <ol className={styles.list} start={first.length + 1}>
            {others.map((question, place) => (
              <Question key={question} check={check} question={question} number={first.length + place + 1} />
            ))}
          </ol>
        </section>
      )}
      <Known check={check} changing={changing} change={change} />
    </>
  )
}

type QuestionProps = { check: Check; question: CqcQuestion; number?: number }

/** One question: its number, its words, what it was last time where that differs, and the choice. */
function Question({ check, question, number }: QuestionProps) {
  const styles = useStyles()
  const { form, answers, tracks } = check
  const field = fieldOf(question)
  if (!field || !('options' in field)) return null
  const before = changedSince(tracks, answers, question)
  const { scoping } = tracks
  const was = field.options.find(({ value }) => value === before)?.label
  const isLong = field.kind === 'list' || field.options.length > 4
  return (
    <li className={styles.row}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      <div className={styles.text}>
        {field.kind === 'choice' && <span aria-hidden>{field.label}</span>}
        {field.kind === 'list' && <FormFields form={{ ...form, fields: [field] }} />}
        {was && scoping.state === 'recorded' && (
          <div>
            <span className={styles.was}>
              Was {was} on {sayDay(scoping.on)}
            </span>
          </div>
        )}
      </div>
      {field.kind === 'choice' && (
        <div id={boxId(question)} className={mergeClasses(isLong ? styles.under : styles.choice)}>
          <Choice
            legend={number === undefined ? field.label : `${number}. ${field.label}`}
            hideLegend
            options={field.options}
            value={form.words[question] ?? ''}
            onChange={answer => form.set(question, answer)}
            hint={field.hint}
            fault={form.faults[question]}
          />
        </div>
      )}
    </li>
  )
}

/** What the record knows already, and the way to say otherwise. */
function Known({ check, changing, change }: { check: Check; changing: boolean; change: () => void }) {
  const styles = useStyles()
  const { form, asked, known } = check
  const [wasOpen] = useState(changing)
  const beside = checkFields.filter(({ name }) => (besideNames as readonly string[]).includes(name) && name !== 'note')
  const questions = known.filter(question => asked.includes(question))
  const open = changing || wasOpen || beside.some(({ name }) => form.faults[name])
  return (
    <section aria-labelledby="known">
      <div className={styles.head}>
        <h2 id="known" className={styles.heading}>
          {checkWords.known}
        </h2>
      </div>
      {open ? (
        <>
          <ol className={styles.list}>
            {questions.map(question => (
              <Question key={question} check={check} question={question} />
            ))}
          </ol>
          <div className={styles.boxes}>
            <FormFields form={{ ...form, fields: beside }} />
          </div>
        </>
      ) : (
        <div className={styles.known}>
          <p className={styles.line}>{knownWords(form.words, questions, form.today)}</p>
          <Link as="button" type="button" className={styles.change} onClick={change} aria-label="Change what is known from the record">
            Change
          </Link>
        </div>
      )}
    </section>
  )
}
