import { Field, Input, makeStyles } from '@fluentui/react-components'
import type { PlainDate } from '#domain/plainDate.ts'
import type { WithoutYear } from '#tab/ui/dayWords.ts'
import { readDay } from '#tab/ui/dayWords.ts'
import { sayAway, sayDay, sayLongDay } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  input: { minWidth: 0, width: '100%', [phone]: { height: '44px' }, '& input': { minWidth: 0, width: '100%' } },
})

type DayFieldProps = {
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
  today: PlainDate
  withoutYear?: WithoutYear
  fault?: string | undefined
  required?: boolean
}

/** A day as text: it takes 3/5, 3 May or yesterday, and shows 3 May 2026. The machine's own order of day and month plays no part. */
export function DayField({ label, hint, value, onChange, today, withoutYear, fault, required }: DayFieldProps) {
  const styles = useStyles()
  const day = readDay(value, today, withoutYear)
  const meant = day ? `${sayLongDay(day)} · ${sayAway(day, today).toLowerCase()}` : (hint ?? 'Such as 3/5, 3 May or yesterday')
  return (
    <Field
      label={label}
      hint={fault ? undefined : meant}
      validationMessage={fault}
      validationState={fault ? 'error' : 'none'}
      required={required ?? false}
    >
      <Input
        className={styles.input}
        autoComplete="off"
        value={value}
        onChange={(_, data) => onChange(data.value)}
        onBlur={() => {
          if (day && sayDay(day) !== value) onChange(sayDay(day))
        }}
      />
    </Field>
  )
}
