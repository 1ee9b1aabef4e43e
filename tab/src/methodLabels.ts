/** How each figure is worked out, for a reader who wants to check it. Each is one method with its source. */
export const methods = [
  {
    name: 'Still trading after so many days',
    words:
      'The product, over the days on which somebody stopped, of the share that did not (Kaplan–Meier). Days run from the day trading began. A stop counts on its day. One that lost touch counts up to the day we last heard that it was trading; all others up to the day of the figures, or their two-year check-in. One that we watched only from a later day counts from the day after that.',
    source: 'Kaplan and Meier 1958; Lesko and others 2018, “When to censor?”. Checked against the package survival of R to nine decimals.',
  },
  {
    name: 'The range of a share still trading',
    words:
      'The beta product method, at 95%. It holds its promise with few stops and with none, where other ranges are too narrow and too good. Log-log limits are in the file of every step.',
    source: 'Fay, Brittain and Proschan 2013.',
  },
  {
    name: 'The day by which half had stopped',
    words:
      'The first day on which the line is at or below a half; the middle of the days where it is exactly a half. Its range is every day on which a half lies within the range of the line. Not reached is said as that. In the steps of the journey the range is taken from log-log limits.',
    source: 'Brookmeyer and Crowley 1982.',
  },
  {
    name: 'Time they trade, out of two years',
    words:
      'The area under the line up to day 730 (restricted mean), with Greenwood’s error. It is not worked out where nobody was followed so far, and has no range on fewer than five stops.',
    source: 'Klein and Moeschberger 2003, section 4.5.',
  },
  {
    name: 'Time we could follow',
    words:
      'Days that each was followed, of the days that it could have been by then, up to two years (Clark’s C). The median of follow-up is the reverse Kaplan–Meier one.',
    source: 'Clark, Altman and De Stavola 2002; Schemper and Smith 1996.',
  },
  {
    name: 'How they ended, and who came to the end of a step',
    words:
      'The share that ended in one way, the other ways being real ends too (Aalen–Johansen), so that all ways add up to all that ended. The range is a log(−log) one. To take the others as if they were only lost from view would give a larger share.',
    source: 'Aalen and Johansen 1978. Errors as in R, by the infinitesimal jackknife.',
  },
  {
    name: 'Those that ran before we met them',
    words:
      'They could not have stopped before we met them, so to count their earlier years would make survival look better than it is. They are left out of the line and followed from the day we took them on.',
    source: 'This is left truncation.',
  },
] as const

export const testNote =
  'The test asks whether the whole lines differ, not which group is best. Who goes to which area or takes which form is not chance. Many tests find something by chance: one in twenty does.'
