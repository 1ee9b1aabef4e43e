import type { Draws } from './seeded.ts'

/** The six areas of the sample and the places in each. All are made up: no council, town or village is meant. */
const samplePlaces = {
  'North Levels': ['Sedgewater', 'Heronlode', 'Osierbridge', 'Plashwick', 'Eeldrove'],
  'South Levels': ['Reedhythe', 'Tealmere Drove', 'Rushlode', 'Sallowbridge', 'Duckpenny'],
  'Moor Edge': ['Larkstead Moor', 'Turfbridge', 'Brackenlode', 'Peatgate', 'Curlewstead'],
  'High Moor': ['Ravenlode', 'Gorsegate', 'Whinbarrow Cross', 'Tormarsh', 'Heatherdrove'],
  Saltings: ['Samphire Quay', 'Saltlode', 'Dunlinstow', 'Plovergate', 'Thriftmouth'],
  'Withy Vale': ['Applelode', 'Medlardrove', 'Quincebridge', 'Perrygate', 'Damsonstow'],
} as const

type SampleArea = keyof typeof samplePlaces

/** All area names, in the order in which the programme lists them. */
export const sampleAreas = Object.keys(samplePlaces) as SampleArea[]

/** What such an enterprise offers and may be called, and how many people an hour of it reaches, one to one being 1. */
type Help = { services: readonly string[]; reach: number; names: readonly string[] }

const atHome: readonly Help[] = [
  { services: ['Company'], reach: 1, names: ['Companions', 'Good Company', 'Home Visits', 'Tea and Talk', 'Friendly Hours'] },
  { services: ['Help at home'], reach: 1, names: ['Home Help', 'Housework', 'Odd Jobs', 'Ironing and Errands', 'Spring Clean'] },
  { services: ['Help at home', 'Shopping'], reach: 1, names: ['Shopping and Home Help', 'Errands', 'Shop and Clean', 'Doorstep Help'] },
  { services: ['Breaks for carers', 'Company'], reach: 1, names: ['Sitting Service', 'Carer Breaks', 'Saturday Breaks', 'Evenings Off'] },
]
const personalCare: readonly Help[] = [
  {
    services: ['Personal care', 'Help at home'],
    reach: 1,
    names: ['Care at Home', 'Morning Care', 'Home Care', 'Care and Company', 'Day and Evening Care', 'Bedtime Care'],
  },
]
const outAndAbout: readonly Help[] = [
  { services: ['Meals'], reach: 2, names: ['Hot Dinners', 'Home Cooking', 'Lunch Club', 'Soup and Rolls', 'Sunday Roasts'] },
  { services: ['Transport', 'Company'], reach: 2, names: ['Lifts', 'Days Out', 'Wheels', 'Clinic Runs', 'Out and About'] },
  { services: ['Gardening'], reach: 1, names: ['Gardens', 'Allotment Mornings', 'Pots and Paths', 'Garden Company', 'Hedges'] },
  {
    services: ['Day activities'],
    reach: 3,
    names: ['Craft Club', 'Music Afternoons', 'Woodshed', 'Memory Table', 'Walking Group', 'Art Room'],
  },
]

const helpOf = { 'personal-care': personalCare, 'at-home': atHome, any: [...atHome, ...outAndAbout] }

/** What an enterprise of the sample is called, where it is, and what it offers. */
export type SampleIdentity = { name: string; area: SampleArea; services: readonly string[]; reach: number }

/** Draws identities one after another; no name comes twice. */
export function sampleIdentities(draws: Draws): (help: keyof typeof helpOf) => SampleIdentity {
  const taken = new Set<string>()
  return help => {
    for (;;) {
      const area = draws.oneOf(sampleAreas)
      const { services, reach, names } = draws.oneOf(helpOf[help])
      const name = `${draws.oneOf(samplePlaces[area])} ${draws.oneOf(names)}`
      if (taken.has(name)) continue
      taken.add(name)
      return { name, area, services, reach }
    }
  }
}
