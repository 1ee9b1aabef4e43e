import { Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons'
import { columnName, remedyFor } from '#tab/import/columnWords.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  input: { minWidth: 0, width: '100%', [phone]: { height: '44px' }, '& input': { minWidth: 0, width: '100%' } },
  choose: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  select: { flexGrow: 1, minWidth: 0, '& select': { [phone]: { height: '44px' } } },
  right: { color: tokens.colorPaletteGreenForeground1, display: 'inline-flex' },
})

type FixBoxProps = { row: number; column: string; value: string; isRight: boolean; onFix: (value: string) => void }

/** A box to put one cell right here, without touching the file. A check stands in it once the row can go in. */
export function FixBox({ row, column, value, isRight, onFix }: FixBoxProps) {
  const styles = useStyles()
  const remedy = remedyFor(column)
  const label = `Row ${row}, ${columnName(column)}`
  const check = isRight ? (
    <span className={styles.right} role="img" aria-label="Put right">
      <CheckmarkRegular fontSize={20} />
    </span>
  ) : undefined
  if (remedy.kind === 'type') {
    return (
      <Input
        className={styles.input}
        autoComplete="off"
        aria-label={label}
        placeholder={remedy.example}
        value={value}
        contentAfter={check}
        onChange={(_, data) => onFix(data.value)}
      />
    )
  }
  return (
    <div className={styles.choose}>
      <Select className={styles.select} aria-label={label} value={value} onChange={(_, data) => onFix(data.value)}>
        <option value="">Choose</option>
        {Object.entries(remedy.options).map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </Select>
      {check}
    </div>
  )
}
