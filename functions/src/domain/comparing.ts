/** By what enterprises stand side by side. Never by who works with them: outcomes of named workers are mostly chance. */
export const compareBys = ['area', 'form', 'service', 'year'] as const
export type CompareBy = (typeof compareBys)[number]

/** The group of those of which it is not known: no area, no service, or no legal form when they began. */
export const notSaid = '-'
