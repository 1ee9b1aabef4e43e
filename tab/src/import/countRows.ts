import type { ImportReport } from '#domain/importSchemas.ts'

/** How many of each kind. New, changed, the same and those that need you add up to all rows. */
export function countsOf({
  rows: all,
  fresh,
  changed,
  unchanged,
  refused,
}: ImportReport): { name: string; count: number; needs?: boolean }[] {
  return [
    { name: all === 1 ? 'row' : 'rows', count: all },
    { name: 'new', count: fresh },
    { name: 'changed', count: changed },
    { name: 'the same', count: unchanged },
    { name: refused === 1 ? 'needs you' : 'need you', count: refused, needs: refused > 0 },
  ]
}
