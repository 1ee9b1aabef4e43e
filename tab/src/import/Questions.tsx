import { Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components'
import type { ImportAnswers, ImportReport } from '#domain/importSchemas.ts'
import type { Ending } from '#domain/vocabulary.ts'
import { endings } from '#domain/vocabulary.ts'
import { establishedLabels, grantsInLabels, importWords, stoppedLabels } from '#tab/importLabels.ts'
import { endingLabels } from '#tab/labels.ts'
import { Choice } from '#tab/ui/Choice.tsx'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  questions: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(400px, 100%), 1fr))',
    gap: '24px 40px',
    alignItems: 'start',
    padding: '20px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  endings: { border: 'none', margin: 0, padding: 0, minWidth: 0, gridColumn: '1 / -1' },
  legend: { ...typographyStyles.body1, padding: 0 },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: tokens.spacingVerticalM,
    marginTop: tokens.spacingVerticalS,
  },
  select: { minWidth: 0, '& select': { [phone]: { height: '44px' } } },
})

type QuestionsProps = { questions: ImportReport['questions']; answers: ImportAnswers; answer: (more: Partial<ImportAnswers>) => void }

const optionsOf = <T extends string>(labels: Record<T, string>): { value: T; label: string }[] =>
  (Object.keys(labels) as T[]).map(value => ({ value, label: labels[value] }))

/** What this file makes us ask, and only that. Nothing is chosen beforehand: what nobody said is said in the warnings. */
export function Questions({ questions, answers, answer }: QuestionsProps) {
  const styles = useStyles()
  const { established, stopped, grantsIn, endings: words } = questions
  if (established === 0 && !stopped && !grantsIn && words.length === 0) return null
  const rows = `${established.toLocaleString('en-GB')} ${established === 1 ? 'row says' : 'rows say'}`
  return (
    <div className={styles.questions}>
      {stopped && (
        <Choice
          legend={importWords.stopped}
          hint={importWords.stoppedHint}
          options={optionsOf(stoppedLabels)}
          value={answers.stopped}
          onChange={value => answer({ stopped: value })}
        />
      )}
      {established > 0 && (
        <Choice
          legend={`${rows} “established”. What does it mean here?`}
          hint={importWords.establishedHint}
          options={optionsOf(establishedLabels)}
          value={answers.established}
          onChange={value => answer({ established: value })}
        />
      )}
      {grantsIn && (
        <Choice
          legend={importWords.grantsIn}
          options={optionsOf(grantsInLabels)}
          value={answers.grantsIn}
          onChange={value => answer({ grantsIn: value })}
        />
      )}
      {words.length > 0 && <Endings words={words} answers={answers} answer={answer} />}
    </div>
  )
}

const isEnding = (value: string): value is Ending => endings.some(each => each === value)

/** The file's own words for why one stopped, each mapped once to a kind of ending. */
function Endings({ words, answers, answer }: Omit<QuestionsProps, 'questions'> & { words: ImportReport['questions']['endings'] }) {
  const styles = useStyles()
  const mapped = answers.endings ?? {}
  const choose = (said: string, value: string): void => {
    const { [said]: _, ...others } = mapped
    answer({ endings: isEnding(value) ? { ...others, [said]: value } : others })
  }
  return (
    <fieldset className={styles.endings}>
      <legend className={styles.legend}>{importWords.endings}</legend>
      <div className={styles.fields}>
        {words.map(({ words: said, rows, ending }) => (
          <Field key={said} label={`“${said}” (${rows.toLocaleString('en-GB')})`}>
            <Select className={styles.select} value={mapped[said] ?? ending ?? ''} onChange={(_, { value }) => choose(said, value)}>
              <option value="">Choose</option>
              {endings.map(each => (
                <option key={each} value={each}>
                  {endingLabels[each]}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
    </fieldset>
  )
}
