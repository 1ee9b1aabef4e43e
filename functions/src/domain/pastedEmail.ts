import { emailsIn, phonesIn, postcodesIn } from './contactDetails.ts'

/** What an e-mail that was pasted tells of who wrote it. `note` is the rest, in its own words. */
export type PastedEmail = {
  name: string | undefined
  phone: string | undefined
  email: string | undefined
  postcode: string | undefined
  note: string
}

const header = /^\s*(?:>\s*)?(from|to|cc|bcc|sent|date|subject|reply-to|importance|attachments)\s*:\s*(.*)$/i
const signOff =
  /^(?:(?:(?:with )?(?:kind|best|warm|many|kindest|warmest)(?: (?:regards|wishes|thanks))?|regards|thanks(?: again| so much| very much)?|many thanks|thank you(?: so much| very much)?|cheers|yours(?: sincerely| faithfully| truly)?|sincerely|all the best|love)(?: and (?:regards|best wishes))?)[,.!]*\s*/i
const word = String.raw`\p{Lu}[\p{L}'’.-]*`
const wholeName = new RegExp(`^${word}(?: ${word}){0,3}$`, 'u')
const myName = new RegExp(String.raw`\b[Mm]y name(?: is|['’]s) (${word}(?: ${word}){0,2})`, 'u')
const labels = /\b(?:tel|telephone|phone|mobile|mob|m|t|e|e-?mail|post ?code|address|home|work)\b/gi

/**
 * Picks out a British phone number, an e-mail address, a postcode and a name, and keeps the rest as a note.
 * Whoever the e-mail was sent to is not who got in touch. It reads and sends nothing; what it took is for a person to look at.
 */
export function readEmail(pasted: string): PastedEmail {
  const lines = pasted.replaceAll(/\r\n?/g, '\n').split('\n')
  const headers = lines.flatMap(line => {
    const [, called = '', value = ''] = header.exec(line) ?? []
    return called === '' ? [] : [{ called: called.toLowerCase(), value: value.trim() }]
  })
  const valueOf = (called: string): string => headers.find(each => each.called === called)?.value ?? ''
  const body = lines.filter(line => !header.test(line))
  const words = body.join('\n')
  const email = emailsIn(valueOf('from'))[0] ?? emailsIn(valueOf('reply-to'))[0] ?? emailsIn(words)[0]
  const phone = phonesIn(words)[0]?.typed.trim()
  const postcode = postcodesIn(words)[0]
  const name = senderIn(valueOf('from')) ?? signatureIn(body) ?? myName.exec(words)?.[1]
  const taken = [phone, email, postcode?.typed, name].filter(each => each !== undefined)
  return { name, phone, email, postcode: postcode?.postcode, note: noteOf(valueOf('subject'), body, taken) }
}

/** The name in `From: "Lee, Mary" <mary@example.org>`. An address alone is no name. */
function senderIn(from: string): string | undefined {
  const called = from
    .replaceAll(/<[^>]*>|\[mailto:[^\]]*\]|\([^)]*\)|["']/gi, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (called === '' || called.includes('@')) return undefined
  const [last = '', first] = called.split(/,\s*/)
  return first ? `${first} ${last}` : last
}

/** The name under "Kind regards", or beside it. */
function signatureIn(lines: readonly string[]): string | undefined {
  for (const [place, line] of lines.entries()) {
    const [ending] = signOff.exec(line.trim()) ?? []
    if (ending === undefined) continue
    const beside = line.trim().slice(ending.length)
    const below = lines.slice(place + 1).find(each => each.trim() !== '')
    const name = (beside === '' ? (below ?? '') : beside).trim().replace(/[,.]$/, '')
    if (wholeName.test(name)) return name
  }
  return undefined
}

/** What is left once the lines that held nothing but what was taken are gone, with the subject in front. */
function noteOf(subject: string, body: readonly string[], taken: readonly string[]): string {
  const isLeft = (line: string): boolean => {
    if (line.trim() === '') return true
    const rest = taken.reduce((text, each) => text.replace(each, ''), line)
    return rest === line ? line.trim().replace(signOff, '') !== '' : /[\p{L}\d]/u.test(rest.replaceAll(labels, '').replace(signOff, ''))
  }
  const words = body
    .filter(isLeft)
    .map(line => line.trimEnd())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
  return [subject, words]
    .filter(each => each !== '')
    .join('\n\n')
    .slice(0, 10_000)
}
