import type { Instant } from './plainDate.ts'

declare const formId: unique symbol

/** Which form, and what it is about: `{case id, or new}.{form}`. It stands in keys and addresses, so it holds no words that somebody typed. */
export type FormId = string & { readonly [formId]: true }

/** Letters, digits, points and hyphens, after the case that the form is about; `new` where it is about none that is there. */
const shape = /^(new|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-z0-9][a-z0-9.-]{0,79})$/

/** The two parts of a form's id; undefined where it is none. */
export function readFormId(text: string): { about: string; form: string } | undefined {
  const [, about, form] = shape.exec(text) ?? []
  return about === undefined || form === undefined ? undefined : { about, form }
}

/** The id of a form about a case, or about none. Throws RangeError where the form's name would not do as a key. */
export function formIdOf(about: string, form: string): FormId {
  const id = `${about}.${form}`
  if (!readFormId(id)) throw new RangeError(`not the name of a form: ${form}`)
  return id as FormId
}

/** The most that is kept of one form, in bytes of its JSON: some twenty pages of words. */
export const longestDraft = 65_536

/** Words that were never sent are swept after this many days. */
export const draftDays = 30

/** Whether words kept at one instant are old enough, at another, to be swept: more than 30 times 24 hours. */
export const isToBeSwept = (keptAt: Instant, now: Instant): boolean => Date.parse(now) - Date.parse(keptAt) > draftDays * 86_400_000
