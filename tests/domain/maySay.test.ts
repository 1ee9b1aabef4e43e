import { describe, expect, test } from 'vitest'
import { maySay } from '#domain/maySay.ts'
import { day } from '#domain/plainDate.ts'
import { supported } from '../builders.ts'

const said = supported().happened('permission-given', '2015-03-03', { use: 'story', places: ['report'], until: day('2017-03-03') })

describe('Their story may be told', () => {
  test('from the day they said yes until the last day they gave, that day included', () => {
    const value = said.asAt()
    expect(maySay(value, 'story', day('2015-03-02'))).toBe(false)
    expect(maySay(value, 'story', day('2015-03-03'))).toBe(true)
    expect(maySay(value, 'story', day('2017-03-03'))).toBe(true)
    expect(maySay(value, 'story', day('2017-03-04'))).toBe(false)
  })

  test('no longer once they took it back, and again when they say yes again', () => {
    const ended = said.happened('permission-ended', '2016-01-01', { use: 'story' })
    expect(maySay(ended.asAt(), 'story', day('2016-01-01'))).toBe(false)
    const again = ended.happened('permission-given', '2016-02-01', { use: 'story' })
    expect(maySay(again.asAt(), 'story', day('2030-01-01'))).toBe(true)
  })

  test('which says nothing of a listing', () => {
    expect(maySay(said.asAt(), 'directory', day('2015-03-03'))).toBe(false)
  })
})
