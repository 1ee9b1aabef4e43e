import { Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { detailsOf, titleOf } from '#tab/enterprises/rowWords.ts'
import { searchIn } from '#tab/enterprises/search.ts'
import { usePlaces } from '#tab/enterprises/useCases.ts'
import { cameIn, offeredOf } from '#tab/groupSession/sessionFields.ts'
import { sessionPageWords } from '#tab/manyLabels.ts'
import { useChoiceStyles } from '#tab/ui/Choice.tsx'
import { sayCount } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import type { Form } from '#tab/ui/useForm.ts'
import { boxId } from '#tab/ui/useForm.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  find: { clear: 'both', [phone]: { '& .fui-Input': { height: '44px' } } },
  heading: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: '8px 0 0' },
  list: { listStyle: 'none', margin: '4px 0 0', padding: 0, clear: 'both' },
  line: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '36px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    [phone]: { minHeight: '44px' },
    '& input': { width: '18px', height: '18px', flexShrink: 0, margin: '0 4px 0 2px', accentColor: tokens.colorCompoundBrandBackground },
    ':has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  more: { color: tokens.colorNeutralForeground2, ...typographyStyles.caption1 },
})

const most = 8

/** Who came: those that are ticked, and below them whom a search finds. */
export function WhoCame({ form, rows }: { form: Form; rows: readonly CaseRow[] }) {
  const styles = useStyles()
  const choice = useChoiceStyles()
  const { me } = useSession()
  const placeOf = usePlaces()
  const [words, setWords] = useState('')
  const came = cameIn(form.words['who'], rows)
  const offered = offeredOf(searchIn(rows, words, placeOf).found, came, me.oid, most)
  const fault = form.faults['who']
  const tick = ({ id }: CaseRow, on: boolean): void => {
    const ids = came.map(each => each.id)
    form.set('who', (on ? [...ids, id] : ids.filter(each => each !== id)).join(','))
  }
  const line = (row: CaseRow) => (
    <li key={row.id}>
      <label className={styles.line}>
        <input
          type="checkbox"
          checked={came.includes(row)}
          disabled={form.locked}
          onChange={({ currentTarget }) => tick(row, currentTarget.checked)}
        />
        <span>
          {titleOf(row)} <span className={styles.more}>{detailsOf(row, placeOf).join(' · ')}</span>
        </span>
      </label>
    </li>
  )
  return (
    <fieldset id={boxId('who')} className={choice.group}>
      <legend className={choice.legend}>
        {sessionPageWords.who}
        <span className={choice.star} aria-hidden>
          *
        </span>
      </legend>
      <Field
        label={sessionPageWords.find}
        hint={sessionPageWords.findHint}
        className={styles.find}
        {...(fault && { validationMessage: sessionPageWords.nobody, validationState: 'error' as const })}
      >
        <Input value={words} autoComplete="off" onChange={(_, { value }) => setWords(value)} />
      </Field>
      <p role="status" className={styles.heading}>
        {came.length > 0 ? `${sessionPageWords.came}: ${sayCount(came.length, 'enterprise')}` : ''}
      </p>
      {came.length > 0 && (
        <ul className={styles.list} aria-label={sessionPageWords.came}>
          {came.map(line)}
        </ul>
      )}
      <ul className={styles.list} aria-label={sessionPageWords.others}>
        {offered.map(line)}
      </ul>
      {offered.length === 0 && words.trim() !== '' && came.length < rows.length && (
        <p className={styles.heading}>{sessionPageWords.none}</p>
      )}
    </fieldset>
  )
}
