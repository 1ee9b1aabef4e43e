import { describe, expect, test } from 'vitest'
import type { Permission, Role } from '#domain/permissions.ts'
import { permissionOf, permissionTable, permissionsOf, reachOf, roles } from '#domain/permissions.ts'

const only = (...held: Role[]) => ({ administrator: false, roles: held })
const administrator = { administrator: true, roles: [] }

/** The roles that have a permission at all. */
const holders = (permission: Permission) => roles.filter(role => reachOf(permission, only(role)))

describe('money', () => {
  test('only a decider decides a grant, and only a payer pays it', () => {
    expect(holders(permissionOf['award-grant'])).toEqual(['decider'])
    expect(holders(permissionOf['pay-grant'])).toEqual(['payer'])
  })

  test('an administrator does neither, unless a member in that role', () => {
    expect(permissionsOf(administrator)).not.toContain('grants.decide')
    expect(permissionsOf(administrator)).not.toContain('grants.pay')
    expect(reachOf('grants.decide', { administrator: true, roles: ['decider'] })).toBe('all')
  })
})

describe('who sees what', () => {
  test('a reviewer sees references and no names', () => {
    expect(reachOf('cases.read', only('reviewer'))).toBe('all')
    expect(reachOf('names.see', only('reviewer'))).toBeUndefined()
    expect(reachOf('notes.read', only('reviewer'))).toBeUndefined()
  })

  test('a partner catalyst sees and records their own cases only', () => {
    const reaches = (['cases.read', 'names.see', 'notes.read', 'cases.record', 'check-ins.record'] as const).map(each =>
      reachOf(each, only('partner-catalyst')),
    )
    expect(new Set(reaches)).toEqual(new Set(['own']))
    expect(reachOf('cohort.read', only('partner-catalyst'))).toBeUndefined()
  })

  test('a funder sees no case', () => {
    expect(permissionsOf(only('funder'))).toEqual(['programme.read'])
  })

  test('one who is in no role may do nothing', () => {
    expect(permissionsOf(only())).toEqual([])
  })
})

describe('in meeting view', () => {
  test('a lead sees no names, no notes and nothing private, and may do all the rest', () => {
    const lead = permissionsOf(only('lead'))
    const inMeeting = permissionsOf({ ...only('lead'), namesHidden: true })
    const gone = lead.filter(each => !inMeeting.includes(each))
    expect(gone).toEqual(expect.arrayContaining(['names.see', 'notes.read']))
    expect(gone.filter(each => !/see$|read$|^private-notes/.test(each))).toEqual([])
    expect(permissionsOf({ ...administrator, namesHidden: true })).not.toContain('names.see')
  })
})

describe('who does what', () => {
  test('an administrator may do all that a lead may, and make programmes besides', () => {
    const lead = permissionsOf(only('lead'))
    expect(permissionsOf(administrator)).toEqual(expect.arrayContaining(lead))
    expect(permissionsOf(administrator).filter(each => !lead.includes(each))).toEqual(['programmes.make'])
  })

  test('the owner of the follow-up makes check-ins, and moves no milestone', () => {
    expect(reachOf('check-ins.record', only('follow-up-owner'))).toBe('all')
    expect(reachOf('cases.record', only('follow-up-owner'))).toBeUndefined()
  })

  test('with two roles the further reach counts', () => {
    expect(reachOf('cases.read', only('partner-catalyst', 'reviewer'))).toBe('all')
    expect(reachOf('notes.read', only('partner-catalyst', 'reviewer'))).toBe('own')
  })

  test('every command needs a permission that somebody has', () => {
    expect(Object.values(permissionOf).filter(each => !(each in permissionTable) || holders(each).length === 0)).toEqual([])
  })
})
