import { Button, makeStyles, typographyStyles } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Correction } from '#tab/enterprise/CorrectDialog.tsx'
import { HappenedLine } from '#tab/enterprise/HappenedLine.tsx'
import type { HappenedFilter, Line } from '#tab/enterprise/timeline.ts'
import { happenedFilters, letsThrough, timelineOf } from '#tab/enterprise/timeline.ts'
import { useTimeline } from '#tab/enterprise/useEnterprise.ts'
import { Bone } from '#tab/ui/Bone.tsx'
import { Choice } from '#tab/ui/Choice.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle2, margin: '0 0 12px' },
  list: { listStyle: 'none', margin: '12px 0 0', padding: 0 },
  more: { marginTop: '12px', [phone]: { minHeight: '44px' } },
  waiting: { display: 'grid', gap: '16px' },
})

const filterLabels = {
  all: 'All',
  contacts: 'Contacts',
  steps: 'Steps',
  checks: 'Checks',
  numbers: 'Numbers',
  money: 'Money',
  'to-dos': 'To-dos',
  'put-right': 'Put right',
} satisfies Record<HappenedFilter, string>

type HappenedProps = {
  id: string
  /** The entry saved last, marked for a moment. */
  fresh: string
  correct: ((correction: Correction) => void) | undefined
}

/** Everything that was recorded, the latest day first. */
export function Happened({ id, fresh, correct }: HappenedProps) {
  const styles = useStyles()
  const timeline = useTimeline(id)
  return (
    <section aria-labelledby="what-happened">
      <h2 id="what-happened" className={styles.heading}>
        What happened
      </h2>
      <Remote query={timeline} waitingFor="Loading what happened" skeleton={<Lines />} called="history">
        {({ entries }) => <Filtered lines={timelineOf(entries)} fresh={fresh} correct={correct} />}
      </Remote>
    </section>
  )
}

function Lines() {
  const styles = useStyles()
  return (
    <div className={styles.waiting}>
      {['80%', '60%', '72%', '50%'].map(width => (
        <Bone key={width} width={width} />
      ))}
    </div>
  )
}

const atFirst = 12

function Filtered({ lines, fresh, correct }: { lines: readonly Line[]; fresh: string; correct: HappenedProps['correct'] }) {
  const styles = useStyles()
  const [filter, setFilter] = useState<HappenedFilter>('all')
  const [whole, setWhole] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  // The button is gone with what it showed: one reads on at the first of the earlier lines.
  useEffect(() => {
    const first = whole ? list.current?.children[atFirst] : undefined
    if (first instanceof HTMLElement) first.focus({ preventScroll: true })
  }, [whole])
  const counted = happenedFilters
    .map(value => ({ value, count: lines.filter(line => letsThrough(value, line)).length }))
    .filter(({ value, count }) => value === 'all' || count > 0)
  const matching = lines.filter(line => letsThrough(filter, line))
  const shown = whole ? matching : matching.slice(0, atFirst)
  const options = counted.map(({ value, count }) => ({ value, label: `${filterLabels[value]} ${count}` }))
  return (
    <>
      {options.length > 2 && <Choice legend="Show" hideLegend options={options} value={filter} onChange={setFilter} />}
      <ol className={styles.list} ref={list}>
        {shown.map(line => (
          <HappenedLine key={line.root} line={line} fresh={fresh !== '' && (line.id === fresh || line.root === fresh)} correct={correct} />
        ))}
      </ol>
      {shown.length < matching.length && (
        <Button className={styles.more} onClick={() => setWhole(true)}>
          Show {matching.length - shown.length} earlier
        </Button>
      )}
    </>
  )
}
