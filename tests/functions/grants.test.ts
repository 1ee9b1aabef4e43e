import { describe, expect, test } from 'vitest'
import type { TypedCommand } from '#domain/commandSchemas.ts'
import { day } from '#domain/plainDate.ts'
import { toPence } from '#domain/quantities.ts'
import { boundBy } from '#domain/separation.ts'
import { permissionFor, settlingOf } from '#functions/grants.ts'
import type { Journey } from '../builders.ts'
import { ids, supported } from '../builders.ts'

const takeBack = (story: Journey, kind: string): TypedCommand => ({ kind: 'withdraw', of: story.idOf(kind), reason: 'did-not-happen' })
const needs = (story: Journey, kind: string): string => permissionFor(story.facts, takeBack(story, kind))

const assigned = supported().with([{ kind: 'assigned', happenedOn: day('2015-01-21'), data: { catalyst: ids.catalyst } }])
const award: TypedCommand = { kind: 'award-grant', happenedOn: day('2015-02-01'), pence: toPence(300_00), gap: 'company' }

describe('A correction needs what recording the entry needs', () => {
  test('who works with them is for those who may hand over a record', () => {
    expect(needs(assigned, 'assigned')).toBe('cases.assign')
  })

  test('a decision is for the decider, a payment for the payer', () => {
    const paid = supported().granted('2015-02-01').paid('2015-02-10')
    expect(needs(paid, 'grant-decided')).toBe('grants.decide')
    expect(needs(paid, 'grant-paid')).toBe('grants.pay')
  })

  test('a gate that was gone past is for those who may go past it: its day, and which gate it is', () => {
    const wentOn = supported().happened('gate-overruled', '2015-02-01', { gate: 'list' })
    const data = { gate: 'pay-grant' } as const
    const of = wentOn.idOf('gate-overruled')
    const replace: TypedCommand = { kind: 'replace', of, reason: 'wrong-details', happenedOn: day('2015-02-01'), data }
    expect(permissionFor(wentOn.facts, replace)).toBe('gates.overrule')
    expect(needs(wentOn, 'gate-overruled')).toBe('gates.overrule')
    expect(needs(wentOn.putRight('gate-overruled', '2015-02-02'), 'replace')).toBe('gates.overrule')
  })

  test('money that a file brought in is for those who bring files in', () => {
    const imported = supported().imported().granted('2015-02-01').paid('2015-02-10')
    expect(needs(imported, 'grant-decided')).toBe('import')
    expect(needs(imported, 'grant-paid')).toBe('import')
  })

  test('anything else is for those who put entries right, and so is taking back a correction of it', () => {
    const right = supported().ideaAgreed('2015-01-30').putRight('idea-agreed', '2015-01-31')
    expect(needs(right, 'replace')).toBe('entries.correct')
    expect(needs(assigned.putRight('assigned', '2015-01-22'), 'replace')).toBe('cases.assign')
  })
})

const boundOn = ({ facts }: Journey, oid: string) => {
  const settling = settlingOf(facts, award)
  return settling && boundBy({ facts }, { ...settling, oid })
}

test('Who worked with them once decides no grant of theirs, though the record was handed over', () => {
  const handedOver = assigned.with([{ kind: 'assigned', happenedOn: day('2015-01-25'), data: { catalyst: ids.payer } }])
  expect(boundOn(handedOver, ids.catalyst)).toEqual({ kind: 'works-on-it' })
  expect(boundOn(handedOver, ids.decider)).toBeUndefined()
})

test('An assignment that was taken back, or put right to somebody else, never was', () => {
  expect(boundOn(assigned.by(ids.verifier).takenBack('assigned'), ids.catalyst)).toBeUndefined()
  const right = assigned.by(ids.verifier).putRight('assigned', '2015-01-21', { catalyst: ids.payer }, 'wrong-details')
  expect(boundOn(right, ids.catalyst)).toBeUndefined()
  expect(boundOn(right, ids.payer)).toEqual({ kind: 'works-on-it' })
})
