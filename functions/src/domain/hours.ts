/** The words of hours of care. Their shapes on the wire are in `hoursSchemas.ts`; the tab needs the words and not the shapes. */

/** Who pays for care: the person from a direct payment or a health budget, the council by contract, the person themselves, or nobody. */
export const payers = ['directPayment', 'healthBudget', 'councilContract', 'selfFunded', 'free'] as const
export type Payer = (typeof payers)[number]

/** What the hours are, personal care apart, which is asked by itself. */
export const careKinds = ['company', 'helpAtHome', 'breakForCarers', 'readyForWork', 'other'] as const
export type CareKind = (typeof careKinds)[number]
