import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { Call } from '#domain/callSchemas.ts'
import { fullTimeHundredths } from '#domain/numbersNow.ts'
import { numberNames } from '#tab/followUp/callFields.ts'
import type { Field } from '#tab/ui/fields.ts'
import { askedOf } from '#tab/ui/fields.ts'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { readHours } from '#tab/ui/typed.ts'
import type { Form } from '#tab/ui/useForm.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  rows: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr)',
    gap: '16px 28px',
    '@media (max-width: 899.98px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  // Five beside each other, three on a narrow page, two on a phone. Labels of one line or two keep their boxes on one line.
  numbers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
    gap: '12px',
    alignItems: 'end',
    '@media (min-width: 600px) and (max-width: 899.98px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
    [phone]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  help: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: '-8px 0 0' },
  group: { ...typographyStyles.body1Strong, margin: '0 0 -8px' },
  days: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 260px) minmax(0, 260px)',
    gap: '12px 28px',
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  change: { minHeight: '24px', padding: '2px 0', alignSelf: 'center', justifySelf: 'start', [phone]: { minHeight: '44px' } },
})

type CallFieldsProps = { form: Form; call: Call }

/** The boxes of a call: two choices, five numbers in a row, what changed, and when next. */
export function CallFields({ form, call }: CallFieldsProps) {
  const styles = useStyles()
  const asked = askedOf(form.fields, form.words)
  const named = (names: readonly string[]): Field[] => asked.filter(({ name }) => names.includes(name))
  const starting = (group: string): Field[] => asked.filter(({ name }) => name.startsWith(`${group}.`))
  const numbers = named(numberNames)
  return (
    <div className={styles.rows}>
      <div className={styles.pair}>
        <One form={form} fields={named(['answer'])} />
        <One form={form} fields={named(['told'])} />
      </div>
      <One form={form} fields={named(['ending', 'stoppedOn'])} />
      {numbers.length > 0 && (
        <>
          <Row form={form} fields={numbers} />
          <p className={styles.help}>
            Count direct payments, personal health budgets and contracts as the council or NHS. <FullTime form={form} call={call} />
          </p>
          <Split title="The hours by who pays" form={form} fields={starting('paid')} />
          <Split title="The hours by kind of help, personal care apart" form={form} fields={starting('kinds')} />
        </>
      )}
      <One form={form} fields={named(['changed'])} />
      <Days form={form} next={named(['next'])} day={named(['happenedOn'])} />
    </div>
  )
}

const One = ({ form, fields }: { form: Form; fields: Field[] }) => (fields.length === 0 ? null : <FormFields form={{ ...form, fields }} />)

function Row({ form, fields }: { form: Form; fields: Field[] }) {
  const styles = useStyles()
  return (
    <div className={styles.numbers}>
      {fields.map(field => (
        <One key={field.name} form={form} fields={[field]} />
      ))}
    </div>
  )
}

function Split({ title, form, fields }: { title: string; form: Form; fields: Field[] }) {
  const styles = useStyles()
  if (fields.length === 0) return null
  return (
    <>
      <p className={styles.group}>{title}</p>
      <Row form={form} fields={fields} />
    </>
  )
}

/** Worked out from the hours, never asked. */
function FullTime({ form: { words }, call }: CallFieldsProps) {
  const minutes = readHours(words['minutesPerWeek'] ?? '')
  if (minutes === undefined) return null
  return <>That is {fullTimeHundredths(minutes, call.fullTimeMinutes) / 100} of full-time work.</>
}

/** The day of the call is mostly today, so it waits behind "Change". */
function Days({ form, next, day }: { form: Form; next: Field[]; day: Field[] }) {
  const styles = useStyles()
  const [all, setAll] = useState(false)
  const today = sayDay(form.today)
  const shown = all || form.faults['happenedOn'] !== undefined || form.words['happenedOn'] !== today
  return (
    <div className={styles.days}>
      <One form={form} fields={next} />
      {shown ? (
        <One form={form} fields={day} />
      ) : (
        <Link as="button" type="button" className={styles.change} onClick={() => setAll(true)}>
          The call was today. Change
        </Link>
      )}
    </div>
  )
}
