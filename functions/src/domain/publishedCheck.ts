import { betaQuantile } from './betaDistribution.ts'

/** What one programme published: whole pounds a year or in all, people, jobs, enterprises, hours of care a week. */
export type Published = {
  costPounds: number
  savingPounds: number
  enterprises: number
  jobs: number
  people: number
  hoursPerWeek: number
  /** Of those that began, how many had closed; and the share of hours that a council pays for, as its own network of providers says. */
  closed: number
  councilShare: number
}

/**
 * The figures published for Somerset's micro-enterprise programme: £135,000, 133 enterprises, 180 jobs, 600 people, 2,220 hours a week,
 * £400,000 a year, "3% folded". The county's network of micro-providers says that 72% of people pay for themselves, which leaves 28%.
 * Source: Community Catalysts, Somerset project page; Somerset Provider Network.
 */
export const somerset: Published = {
  costPounds: 135_000,
  savingPounds: 400_000,
  enterprises: 133,
  jobs: 180,
  people: 600,
  hoursPerWeek: 2_220,
  closed: 4,
  councilShare: 0.28,
}

/** The sums of the published page, each from the published figures alone, and two that a careful reader would add. Pounds, not rounded. */
export type Check = {
  perEnterprise: number
  perJob: number
  perPerson: number
  /** What each hour must have saved, were every hour one that the council paid for, over 52 weeks. */
  perHour: number
  /** The same, were only the council's share of hours counted. */
  perCouncilHour: number
  paybackMonths: number
  /** Saved in a year for each pound that it cost in all. */
  ratio: number
  /** The exact 95% limits of the share that closed (Clopper–Pearson). */
  closedShare: { share: number; low: number; high: number }
}

const weeks = 52

/** How one county's published figures were made. Source of the limits: Clopper & Pearson (1934), Biometrika 26:404. */
export function publishedCheck(published: Published): Check {
  const { costPounds, savingPounds, enterprises, jobs, people, hoursPerWeek, closed, councilShare } = published
  const perHour = savingPounds / (hoursPerWeek * weeks)
  return {
    perEnterprise: costPounds / enterprises,
    perJob: costPounds / jobs,
    perPerson: costPounds / people,
    perHour,
    perCouncilHour: perHour / councilShare,
    paybackMonths: costPounds / (savingPounds / 12),
    ratio: savingPounds / costPounds,
    closedShare: {
      share: closed / enterprises,
      low: closed === 0 ? 0 : betaQuantile(0.025, closed, enterprises - closed + 1),
      high: closed === enterprises ? 1 : betaQuantile(0.975, closed + 1, enterprises - closed),
    },
  }
}
