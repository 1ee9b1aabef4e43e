import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { RuleResult } from '#domain/grantVocabulary.ts'
import { pageLabels } from '#tab/fund/grant/grantPageLabels.ts'
import { useGrantStyles } from '#tab/fund/grant/grantStyles.ts'
import type { RuleRow } from '#tab/fund/grant/paperWords.ts'
import { ruleCount } from '#tab/fund/grant/paperWords.ts'
import { ruleName, ruleResults, whyName } from '#tab/fund/grant/stepFields.ts'
import { ruleResultLabels } from '#tab/grantLabels.ts'
import { Choice } from '#tab/ui/Choice.tsx'
import { FormFields } from '#tab/ui/FormFields.tsx'
import type { TagTone } from '#tab/ui/Tag.tsx'
import { Tag } from '#tab/ui/Tag.tsx'
import type { Form } from '#tab/ui/useForm.ts'
import { boxId } from '#tab/ui/useForm.ts'
import { desk } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '16px',
    alignItems: 'start',
    padding: '5px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [desk]: { gridTemplateColumns: 'minmax(0, 5fr) 88px minmax(0, 6fr)' },
    ':last-child': { borderBottom: 'none' },
  },
  sentence: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  words: {
    ...typographyStyles.caption1,
    margin: 0,
    gridColumn: '1 / -1',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    [desk]: { ...typographyStyles.body1, gridColumn: 'auto' },
  },
  question: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '4px',
    alignItems: 'center',
    [desk]: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  asked: { padding: '5px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, ':last-child': { borderBottom: 'none' } },
})

const tones = { pass: 'done', fail: 'danger', waived: 'warning' } as const satisfies Record<RuleResult, TagTone>

type RuleListProps = {
  rows: readonly RuleRow[]
  /** The rules that are answered here and now, and the form that asks. */
  asked: readonly string[]
  form: Form
}

/** The fund's rules. One that waits for an answer is answered in its place. */
export function RuleList({ rows, asked, form }: RuleListProps) {
  const styles = useStyles()
  const shared = useGrantStyles()
  if (rows.length === 0) return null
  const count = ruleCount(rows.filter(({ rule }) => !asked.includes(rule)))
  return (
    <section className={shared.part} aria-labelledby="grant-rules">
      <h2 id="grant-rules" className={shared.heading}>
        {pageLabels.rules}
        {count !== '' && `: ${count}`}
      </h2>
      <ul className={shared.list}>
        {rows.map(row =>
          asked.includes(row.rule) ? (
            <li key={row.rule} className={styles.asked}>
              <AskedRule row={row} form={form} />
            </li>
          ) : (
            <li key={row.rule} className={styles.row}>
              <p className={styles.sentence}>{row.sentence}</p>
              <div>
                {row.result ? (
                  <Tag tone={tones[row.result]}>{ruleResultLabels[row.result]}</Tag>
                ) : (
                  <Tag tone="plain">{pageLabels.notSaid}</Tag>
                )}
              </div>
              <p className={styles.words}>{row.words}</p>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

/** One rule with its answer beside its sentence; whoever waives it says why. */
function AskedRule({ row: { rule, sentence, result, words }, form }: { row: RuleRow; form: Form }) {
  const styles = useStyles()
  const name = ruleName(rule)
  return (
    <>
      <div id={boxId(name, form.within)} className={styles.question}>
        <p className={styles.sentence} aria-hidden>
          {sentence}
        </p>
        <Choice
          legend={sentence}
          hideLegend
          options={ruleResults}
          value={form.words[name]}
          onChange={text => form.set(name, text)}
          fault={form.faults[name]}
        />
      </div>
      {result === 'fail' && <p className={styles.words}>{`${ruleResultLabels.fail}: ${words}`}</p>}
      <FormFields form={{ ...form, fields: form.fields.filter(field => field.name === whyName(rule)) }} />
    </>
  )
}
