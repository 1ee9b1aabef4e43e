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
