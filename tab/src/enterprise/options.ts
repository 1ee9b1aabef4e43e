import type { FieldOption } from '#tab/ui/fields.ts'

/** A question with two answers. */
export const yesNo: readonly FieldOption[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/** Codes as the options of a field, in the order of their list. */
export function optionsOf<T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>): FieldOption[] {
  return values.map(value => ({ value, label: labels[value] }))
}
