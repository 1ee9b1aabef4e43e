/** Syllables by the usual rule of thumb: groups of vowels, a silent e at the end left off. */
function syllables(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '')
  if (letters.length <= 3) return 1
  const trimmed = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '').replace(/^y/, '')
  return Math.max(1, trimmed.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

/** The age at which a text can be read: the grade of Flesch and Kincaid, and five. Numbers count as one syllable. */
export function readingAge(text: string): number {
  const sentences = text.split(/[.?!:;]+(?:\s|$)/).filter(part => part.trim() !== '').length
  const words = text.split(/[\s\u00a0]+/).filter(part => /[a-z0-9]/i.test(part))
  const all = words.reduce((sum, word) => sum + (/\d/.test(word) ? 1 : syllables(word)), 0)
  return 0.39 * (words.length / sentences) + 11.8 * (all / words.length) - 15.59 + 5
}
