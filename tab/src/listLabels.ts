import type { Stage } from '#domain/board.ts'
import type { Flag } from '#domain/flags.ts'
import type { Column, SortBy, View } from '#domain/listQuestion.ts'
import { milestoneLabels } from '#tab/labels.ts'

/** The one table of words for the list of enterprises: its views, columns, orders and flags. */

/** The ways of looking at the list that everybody has. */
export const viewLabels = {
  mine: 'Mine',
  all: 'All',
  stuck: 'Stuck',
  'with-cqc': 'With CQC',
  'check-ins-due': 'Check-ins due',
  stopped: 'Stopped',
} satisfies Record<View, string>

/** Columns, as their heads and the menu that chooses them say. */
export const columnLabels = {
  marks: 'Milestones',
  step: 'Step now',
  contact: 'Next contact',
  flags: 'Flags',
  heard: 'Last reached',
  enquired: 'Enquired',
  trading: 'Trading since',
  status: 'Status',
  phone: 'Phone',
} satisfies Record<Column, string>

/** Orders, each as it reads from the top, and turned round. */
export const sortLabels = {
  contact: ['Next contact first', 'Next contact last'],
  name: ['By name, A to Z', 'By name, Z to A'],
  reference: ['By reference', 'By reference, last first'],
  step: ['Longest in a step', 'Shortest in a step'],
  heard: ['Longest not reached', 'Reached last'],
  enquired: ['Newest enquiry first', 'Oldest enquiry first'],
  trading: ['Newest trading first', 'Oldest trading first'],
} satisfies Record<SortBy, [string, string]>

/** The one thing to know of an enterprise before opening it. */
export const flagLabels = {
  'lost-touch': 'Lost touch',
  'insurance-ran-out': 'Insurance ran out',
  'no-answer': 'No answer yet',
  stuck: 'Stuck',
  silent: 'Silent',
  paused: 'Paused',
} satisfies Record<Flag, string>

/** Columns of the board. */
export const stageLabels = { enquiry: 'Enquiry', ...milestoneLabels } satisfies Record<Stage, string>

/** Choosing rows, and what can be done with those that were chosen. */
export const chooseWords = {
  bar: 'The chosen ones',
  several: 'Choose several',
  none: 'Choose none',
  more: 'More for the chosen ones',
  handOver: 'Hand over…',
  addTask: 'Add a to-do…',
  session: 'Log a group session…',
  export: 'Export…',
} as const
