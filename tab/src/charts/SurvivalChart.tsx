import { makeStyles, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useMemo, useRef, useState } from 'react'
import type { Cohort } from '#domain/cohortSchemas.ts'
import type { SurvivalPicture, SurvivalWords } from '#domain/survivalMarks.ts'
import { readingMarks, survivalPicture } from '#domain/survivalMarks.ts'
import type { Reading } from '#domain/survivalReadings.ts'
import { readingsOf } from '#domain/survivalReadings.ts'
import { useLabelSize } from '#tab/charts/labelSize.ts'
import { nearestPlace, placeAfterKey } from '#tab/charts/readingKeys.ts'
import { PictureView } from '#tab/charts/PictureView.tsx'
import { useElementWidth } from '#tab/charts/useElementWidth.ts'

const useStyles = makeStyles({
  room: { position: 'relative' },
  // Lies over the curve: the one tab stop of the chart, moved by arrow keys, pointer and touch alike.
  reader: {
    position: 'absolute',
    cursor: 'crosshair',
    touchAction: 'pan-y',
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px', borderRadius: tokens.borderRadiusMedium },
  },
})

/** How a reading is said: two short lines in the picture, one sentence aloud. */
export type ReadingWords = {
  above: (reading: Reading) => string
  below: (reading: Reading) => string
  aloud: (reading: Reading) => string
  label: string
}

type SurvivalChartProps = {
  survival: Cohort['survival']
  words: SurvivalWords
  readingWords: ReadingWords
  title: string
  description: string
}

/** The survival curve with its band, and a reading line that moves from day to day. */
export default function SurvivalChart({ survival, words, readingWords, title, description }: SurvivalChartProps) {
  const styles = useStyles()
  const room = useRef<HTMLDivElement>(null)
  const width = useElementWidth(room)
  const f = useLabelSize()
  const picture = useMemo(
    () => (width === undefined ? undefined : survivalPicture(survival, { width, f }, words)),
    [survival, width, f, words],
  )
  const readings = useMemo(() => readingsOf(survival), [survival])
  const [at, setAt] = useState<number>()
  const reading = at === undefined ? undefined : readings[at]
  const place = at === undefined ? undefined : picture?.places[at]
  const over =
    picture &&
    (reading && place ? readingMarks(picture, place, readingWords.above(reading), readingWords.below(reading)) : picture.standing)
  return (
    <div ref={room} className={styles.room}>
      {picture && <PictureView picture={picture} title={title} description={description} over={over} />}
      {picture && readings.length > 0 && (
        <Reader className={styles.reader} picture={picture} readings={readings} at={at} setAt={setAt} words={readingWords} />
      )}
    </div>
  )
}

type ReaderProps = {
  className: string
  picture: SurvivalPicture
  readings: readonly Reading[]
  at: number | undefined
  setAt: (at: number | undefined) => void
  words: ReadingWords
}

function Reader({ className, picture, readings, at, setAt, words }: ReaderProps) {
  const { left, right, top, bottom } = picture.plot
  const first = readings[0]
  const reading = readings[at ?? 0] ?? first
  const days = readings.map(({ day }) => day)
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = placeAfterKey(event.key, at, days)
    if (next === 'other') return
    event.preventDefault()
    setAt(next)
  }
  const onPointer = (event: PointerEvent<HTMLElement>): void => {
    const { left: start } = event.currentTarget.getBoundingClientRect()
    setAt(nearestPlace(left + event.clientX - start, picture.places))
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={words.label}
      aria-valuemin={0}
      aria-valuemax={days.at(-1) ?? 0}
      aria-valuenow={reading?.day ?? 0}
      aria-valuetext={reading && words.aloud(reading)}
      className={className}
      style={{ left, top: 0, width: right - left, height: bottom, paddingTop: top, boxSizing: 'border-box' }}
      onKeyDown={onKeyDown}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={() => setAt(undefined)}
      onBlur={() => setAt(undefined)}
    />
  )
}
