/**
 * A form that settles a row of Today where it stands: Today shows it under the row, and an enterprise's page may show it too.
 * `saved` is told in a sentence what was recorded and what comes next, and the log number that it took, for Undo.
 */
export type SettleFormProps = {
  caseId: string
  /** What the enterprise is called: its name, or its reference for those who do not see names. */
  name: string
  saved: (words: string, n: number) => void
  /** Closes the form; what was typed is kept. */
  cancel: () => void
}
