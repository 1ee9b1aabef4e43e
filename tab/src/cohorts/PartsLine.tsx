import type { Parts } from '#domain/cohortSchemas.ts'
import { partsSentence } from '#tab/cohorts/findings.ts'

/** The count that anyone can check by hand, its first sentence strong. */
export function PartsLine({ parts }: { parts: Parts }) {
  const { lead, rest } = partsSentence(parts)
  return (
    <>
      <strong>{lead}</strong> {rest}
    </>
  )
}
