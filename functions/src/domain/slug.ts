/**
 * The short coded name of words a programme gives, such as an area or a service: small letters, digits and single dashes,
 * at most 40 characters. Accents are left off and "&" is read as "and": "Glastonbury & Street" is `glastonbury-and-street`.
 * Empty where the words hold neither a letter nor a digit. Different words may share a slug.
 */
export function slugOf(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
  return plain.replace(/^-/, '').slice(0, 40).replace(/-$/, '')
}

/**
 * Is this a name of a thing, such as a service or an area: at most four words, and hardly a digit? A sentence, an address or a phone number
 * is not, and may tell of a person: it must not become a code in a fact, which cannot be emptied.
 */
export function isShortName(words: string, mostDigits = 0): boolean {
  const digits = words.match(/\d/g)?.length ?? 0
  return words.trim().split(/\s+/).length <= 4 && digits <= mostDigits && !words.includes('@')
}
