/** Where a track stands on the page. */
export const trackId = (track: string): string => `track-${track}`

/** Brings a track into sight and puts the focus on its name. */
export function showTrack(track: string): void {
  const target = document.getElementById(trackId(track))
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}
