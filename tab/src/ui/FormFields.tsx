import { Field as FluentField, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components'
import { WarningFilled } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { Fragment } from 'react'
import { Choice } from '#tab/ui/Choice.tsx'
import { Several } from '#tab/ui/Several.tsx'
import { DayField } from '#tab/ui/DayField.tsx'
import type { Field } from '#tab/ui/fields.ts'
import { askedOf } from '#tab/ui/fields.ts'
import type { Form } from '#tab/ui/useForm.ts'
import { boxId } from '#tab/ui/useForm.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    rowGap: tokens.spacingVerticalM,
    columnGap: tokens.spacingHorizontalL,
  },
  two: { '@media (min-width: 600px)': { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' } },
  whole: { gridColumn: '1 / -1' },
  box: {
    minWidth: 0,
    width: '100%',
    [phone]: { height: '44px' },
    '& input': { minWidth: 0, width: '100%' },
    '& select': { minWidth: 0, width: '100%', [phone]: { height: '44px' } },
  },
  mark: { color: tokens.colorStatusWarningForeground1 },
  note: { minWidth: 0, width: '100%', maxWidth: 'none', '& textarea': { minHeight: '76px', maxHeight: '40vh' } },
})

type FormFieldsProps = {
  form: Form
  columns?: 1 | 2
  /** Boxes with a warning at their end, by name, and what it is called. */
  marks?: Readonly<Record<string, string>>
  /** Something across the whole width, after one of the boxes. */
  insert?: { after: string; what: ReactNode }
}

/** The boxes of a form, in their order; two beside each other where there is room and they are small. */
export function FormFields({ form, columns = 1, marks = {}, insert }: FormFieldsProps) {
  const styles = useStyles()
  return (
    <div className={columns === 2 ? `${styles.fields} ${styles.two}` : styles.fields}>
      {askedOf(form.fields, form.words).map(field => (
        <Fragment key={field.name}>
          <div id={boxId(field.name, form.within)} className={columns === 2 && isWhole(field) ? styles.whole : undefined}>
            <FormField field={field} form={form} mark={marks[field.name]} />
          </div>
          {insert?.after === field.name && <div className={styles.whole}>{insert.what}</div>}
        </Fragment>
      ))}
    </div>
  )
}

const isWhole = ({ kind }: Field): boolean => kind === 'note' || kind === 'choice' || kind === 'stack' || kind === 'several'

/** One box, with its label, its hint, and what is wrong with it. */
function FormField({ field, form, mark }: { field: Field; form: Form; mark: string | undefined }) {
  const { words, faults, set, today } = form
  const value = words[field.name] ?? ''
  const fault = faults[field.name]
  const change = (text: string): void => set(field.name, text)
  switch (field.kind) {
    case 'day':
      return (
        <DayField
          label={field.label}
          value={value}
          onChange={change}
          today={today}
          fault={fault}
          required={!field.optional}
          {...(field.hint === undefined ? {} : { hint: field.hint })}
          {...(field.withoutYear === undefined ? {} : { withoutYear: field.withoutYear })}
        />
      )
    case 'choice':
    case 'stack':
      return (
        <Choice
          legend={field.label}
          options={field.options}
          value={value}
          onChange={change}
          hint={field.hint}
          fault={fault}
          fill={field.kind === 'choice'}
          stacked={field.kind === 'stack'}
          pairs={field.kind === 'stack' && field.pairs === true}
          required={!field.optional}
        />
      )
    case 'several':
      return (
        <Several
          legend={field.label}
          options={field.options}
          value={value === '' ? [] : value.split(',')}
          onChange={chosen => change(chosen.join(','))}
          hint={field.hint}
          fault={fault}
        />
      )
    case 'list':
    case 'count':
    case 'hours':
    case 'money':
    case 'line':
    case 'note':
      return <Box field={field} value={value} change={change} locked={form.locked} fault={fault} mark={mark} />
  }
}

type BoxProps = {
  field: Exclude<Field, { kind: 'day' | 'choice' | 'stack' | 'several' }>
  value: string
  change: (text: string) => void
  locked: boolean
  fault: string | undefined
  mark: string | undefined
}

function Box({ field, value, change, locked, fault, mark }: BoxProps) {
  return (
    <FluentField
      label={field.label}
      hint={field.hint}
      validationMessage={fault}
      validationState={fault ? 'error' : 'none'}
      required={!field.optional}
    >
      <Control field={field} value={value} change={change} locked={locked} mark={mark} />
    </FluentField>
  )
}

/** The control itself; Fluent's field gives it its name and its description. */
function Control({ field, value, change, locked, mark, ...given }: Omit<BoxProps, 'fault'>) {
  const styles = useStyles()
  switch (field.kind) {
    case 'list':
      return (
        <Select {...given} className={styles.box} value={value} onChange={(_, data) => change(data.value)}>
          <option value="">{field.optional ? 'Not said' : 'Pick one'}</option>
          {field.options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )
    case 'note':
      return (
        <Textarea
          {...given}
          readOnly={locked}
          className={styles.note}
          resize="vertical"
          maxLength={field.most ?? 10_000}
          value={value}
          onKeyDown={event => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
          }}
          onChange={(_, data) => change(data.value)}
        />
      )
    case 'count':
    case 'hours':
      return (
        <Input
          {...given}
          readOnly={locked}
          className={styles.box}
          autoComplete="off"
          inputMode="decimal"
          value={value}
          onChange={(_, data) => change(data.value)}
        />
      )
    case 'money':
      return (
        <Input
          {...given}
          readOnly={locked}
          className={styles.box}
          autoComplete="off"
          inputMode="decimal"
          contentBefore="£"
          value={value}
          onChange={(_, data) => change(data.value)}
        />
      )
    case 'line':
      return (
        <Input
          {...given}
          readOnly={locked}
          className={styles.box}
          autoComplete="off"
          type={field.type ?? 'text'}
          maxLength={field.most}
          {...(mark && { contentAfter: <WarningFilled className={styles.mark} fontSize={20} aria-label={mark} role="img" /> })}
          value={value}
          onChange={(_, data) => change(data.value)}
        />
      )
  }
}
