import { Button, makeStyles, ProgressBar, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { saveCsv } from '#tab/cohorts/csvFile.ts'
import { badRowsCsv } from '#tab/import/badRows.ts'
import { sayFailure } from '#tab/ui/failureWords.ts'
import type { ImportState } from '#tab/import/importDesk.ts'
import { doneWords, say } from '#tab/import/importSentences.ts'
import { rowsReady, secondsLeft } from '#tab/import/progress.ts'
import { StepHeading } from '#tab/import/StepHeading.tsx'
import { importWords } from '#tab/importLabels.ts'
import { routes } from '#tab/routes.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  bar: { maxWidth: '560px' },
  words: { ...typographyStyles.body1, margin: '12px 0 0', maxWidth: '68ch' },
  note: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: '12px 0 0', maxWidth: '90ch' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: '16px',
    [phone]: { flexDirection: 'column', '& > *': { minHeight: '44px' } },
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  done: { color: tokens.colorPaletteGreenForeground1, flexShrink: 0 },
})

const quarters = ['', 'A quarter of the rows are in.', 'Half of the rows are in.', 'Three quarters of the rows are in.']

type OfStep<S extends ImportState['step']> = Extract<ImportState, { step: S }>

/** While rows go in: how many are in, and how long it may still take once anybody can tell. */
export function BringingStep({ state, stop }: { state: OfStep<'bringing'>; stop: () => void }) {
  const styles = useStyles()
  const done = rowsReady(state.done)
  const seconds = useSecondsSince(state.since)
  const left = secondsLeft(done, state.all, seconds)
  return (
    <>
      <StepHeading>
        {done === 0 ? `Bringing in ${say(state.all)} ${state.all === 1 ? 'row' : 'rows'}` : `${say(done)} of ${say(state.all)} rows are in`}
      </StepHeading>
      <ProgressBar
        className={styles.bar}
        thickness="large"
        aria-label="Rows brought in"
        {...(done > 0 && { value: done, max: state.all })}
      />
      <p className={styles.words}>
        <span role="status" className={styles.hidden}>
          {quarters[Math.floor((4 * done) / Math.max(state.all, 1))] ?? ''}
        </span>
        {left === null ? '' : `About ${say(left)} ${left === 1 ? 'second' : 'seconds'} left. `}
        {importWords.keepOpen}
      </p>
      <div className={styles.actions}>
        <Button onClick={stop} disabled={state.stopping}>
          {state.stopping ? 'Stopping' : 'Stop after this part'}
        </Button>
      </div>
      <p className={styles.note}>{importWords.staysIn}</p>
    </>
  )
}

function useSecondsSince(moment: number): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((performance.now() - moment) / 1000), 1000)
    return () => clearInterval(timer)
  }, [moment])
  return seconds
}

/** It stopped half-way, by itself or because somebody said so. What is in stays in. */
export function BrokenOffStep({ state, goOn }: { state: OfStep<'broken-off'>; goOn: () => void }) {
  const styles = useStyles()
  const { done, all, failure } = state
  const why = failure ? sayFailure(failure) : 'You stopped it.'
  return (
    <>
      <StepHeading>
        {say(rowsReady(done))} of {say(all)} rows are in
      </StepHeading>
      <p className={styles.words}>{why}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={goOn}>
          Go on
        </Button>
      </div>
      <p className={styles.note}>{importWords.staysIn}</p>
    </>
  )
}

/** All is in, but for what was left out. */
export function DoneStep({ state }: { state: OfStep<'done'> }) {
  const styles = useStyles()
  const navigate = useNavigate()
  const { done, leftOut, file } = state
  const rowsIn = rowsReady(done)
  const out = done.refused
  const left = out > 0 ? `, ${say(out)} ${out === 1 ? 'was' : 'were'} left out` : ''
  return (
    <>
      <StepHeading>
        <CheckmarkCircleFilled className={styles.done} fontSize={24} />
        <span>
          {say(rowsIn)} {rowsIn === 1 ? 'row is' : 'rows are'} in{left}
        </span>
      </StepHeading>
      <p className={styles.words}>
        {doneWords(done)} {importWords.counted}
      </p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => void navigate(routes.enterprises)}>
          See the enterprises
        </Button>
        <Button onClick={() => void navigate(routes.cohorts)}>See the figures</Button>
        {out > 0 && (
          <Button onClick={() => saveCsv('rows-left-out.csv', badRowsCsv(leftOut))}>
            Get the {out === 1 ? 'row' : `${say(out)} rows`} left out (CSV)
          </Button>
        )}
      </div>
      <p className={styles.note}>From {file.name}.</p>
    </>
  )
}
