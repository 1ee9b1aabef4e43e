import type { PastedEmail } from '#domain/pastedEmail.ts'
import type { Words } from '#tab/ui/drafts.ts'

/** What an e-mail fills in: boxes that are still blank. What was typed stays, and the e-mail's own words go under it. */
export function takenFrom({ note, ...parts }: PastedEmail, words: Words): Words {
  const blank = (name: string): boolean => (words[name] ?? '').trim() === ''
  const filled = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined && blank(part[0]))
  const wants = (words['wants'] ?? '').trim()
  return { ...Object.fromEntries(filled), ...(note === '' ? {} : { wants: wants === '' ? note : `${wants}\n\n${note}` }) }
}

const partLabels: Readonly<Record<string, string>> = { name: 'name', phone: 'phone', email: 'email', postcode: 'postcode' }

/** "We took the name and phone. The rest is under What do they want to do? Please look it over." */
export function sayTaken(taken: Words): string {
  const parts = Object.keys(partLabels).filter(name => taken[name] !== undefined)
  const rest = taken['wants'] === undefined ? '' : ' The words are under “What do they want to do?”'
  const what = [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter(part => part !== '').join(' and ')
  return `${what === '' ? 'We found no name, phone, email or postcode.' : `We took the ${what}.`}${rest} Please look it over.`
}
