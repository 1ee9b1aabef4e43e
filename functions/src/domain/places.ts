/** A place that an area of the programme is: a ward, a council or a county, by its code in the ONS register. */
export type AreaPlace = { area: string; geoCode: string }

/** Kinds of places from a ward up, by their codes in the 360Giving list `geoCodeType`. */
export const placeKinds = ['WD', 'UA', 'NMD', 'MD', 'LONB', 'CTY', 'CA'] as const
export type PlaceKind = (typeof placeKinds)[number]

/**
 * The kind of a place by how its code begins (ONS Register of Geographic Codes). Output areas and parishes are smaller than a ward and not
 * here: among so few, one person could be known. Northern Ireland is not here, because the list has no kind for its councils.
 */
const kindsByBeginning: Readonly<Record<string, PlaceKind>> = {
  E05: 'WD',
  W05: 'WD',
  S13: 'WD',
  E06: 'UA',
  W06: 'UA',
  E07: 'NMD',
  E08: 'MD',
  E09: 'LONB',
  E10: 'CTY',
  S12: 'CA',
}

/** The shape of such a code: how it begins, then six digits. */
export const placeCodePattern = /^(?:E0[5-9]|E10|W0[56]|S1[23])\d{6}$/

/** The kind of a place from a ward up; undefined where its code is that of something smaller, or is none. */
export const placeKindOf = (geoCode: string): PlaceKind | undefined =>
  placeCodePattern.test(geoCode) ? kindsByBeginning[geoCode.slice(0, 3)] : undefined

/** The code as the register writes it: capitals and no spaces. */
export const tidyPlaceCode = (typed: string): string => typed.toUpperCase().replaceAll(/\s/g, '')
