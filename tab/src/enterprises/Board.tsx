import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import { useId, useRef, useState } from 'react'
import type { Stage } from '#domain/board.ts'
import { stageOf, stages, usualDays } from '#domain/board.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { BoardCard } from '#tab/enterprises/BoardCard.tsx'
import { stageLabels } from '#tab/listLabels.ts'
import { sayLength } from '#tab/ui/say.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  lead: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: '0 0 8px' },
  board: {
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    gap: '6px',
    alignItems: 'start',
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  column: {
    minWidth: 0,
    padding: '10px 4px 4px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  head: { padding: '0 7px 10px' },
  name: { ...typographyStyles.body1Strong, margin: 0, display: 'inline' },
  count: { ...typographyStyles.body1, marginLeft: '8px', color: tokens.colorNeutralForeground2 },
  usual: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  cards: { display: 'grid', gap: '8px', listStyle: 'none', margin: 0, padding: 0 },
  strip: {
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    marginBottom: '12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflow: 'hidden',
    [phone]: { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
  },
  tab: {
    ...typographyStyles.body1,
    minHeight: '52px',
    padding: '6px 2px',
    border: 'none',
    boxShadow: `0 0 0 0.5px ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px' },
  },
  // A line below, a tint and its own words: it holds in high contrast and without colour.
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    boxShadow: `0 0 0 0.5px ${tokens.colorNeutralStroke1}, inset 0 -3px 0 ${tokens.colorCompoundBrandStroke}`,
  },
  number: { ...typographyStyles.subtitle2, display: 'block' },
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: '12px 0' },
  more: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, padding: '8px 4px 2px' },
})

const meaning = 'half of those who went on took this long or less'

/** Enough of a column to read; the rest is a view or a filter away. */
const cardsShown = 25

type BoardProps = {
  rows: readonly CaseRow[]
  /** Every enterprise of the programme: how long a stage usually takes does not hang on a filter. */
  everyone: readonly CaseRow[]
  today: PlainDate
}

/** The enterprises by the furthest milestone they have reached. To read, not to drag: what moves one on is what happened. */
export default function Board({ rows, everyone, today }: BoardProps) {
  const styles = useStyles()
  const isDesk = useWidth() === 'desk'
  const byStage = new Map(stages.map(stage => [stage, rows.filter(row => stageOf(row) === stage)]))
  const columns = stages.map(stage => ({ stage, rows: byStage.get(stage) ?? [], usual: usualWords(everyone, stage) }))
  return (
    <>
      <p className={styles.lead}>
        By the furthest milestone reached. To move one on, open it and record what happened. {isDesk && `“Most take”: ${meaning}.`}
      </p>
      {isDesk ? (
        <ol className={styles.board}>
          {columns.map(({ stage, rows: held, usual }) => (
            <li key={stage} className={styles.column}>
              <div className={styles.head}>
                <h2 className={styles.name}>{stageLabels[stage]}</h2>
                <span className={styles.count}>{held.length}</span>
                <div className={styles.usual}>{usual}</div>
              </div>
              <Cards rows={held} today={today} />
            </li>
          ))}
        </ol>
      ) : (
        <Strip columns={columns} today={today} />
      )}
    </>
  )
}

/** "Most take 34 days": a middle value of all who went on, or why there is none. */
function usualWords(everyone: readonly CaseRow[], stage: Stage): string {
  if (stage === 'two-years') return 'Trading two years on'
  const { days } = usualDays(everyone, stage)
  return days === null ? 'Too few to say how long' : `Most take ${days === 0 ? 'less than a day' : sayLength(days)}`
}

function Cards({ rows, today }: { rows: readonly CaseRow[]; today: PlainDate }) {
  const styles = useStyles()
  const [shown, setShown] = useState(cardsShown)
  const rest = rows.length - shown
  return (
    <>
      <ul className={styles.cards}>
        {rows.slice(0, shown).map(row => (
          <BoardCard key={row.id} row={row} today={today} />
        ))}
      </ul>
      {rest > 0 && <MoreCards rest={rest} more={() => setShown(shown + cardsShown)} />}
    </>
  )
}

function MoreCards({ rest, more }: { rest: number; more: () => void }) {
  const styles = useStyles()
  return (
    <div className={styles.more}>
      <Button size="small" onClick={more}>
        Show {Math.min(rest, cardsShown)} more
      </Button>
    </div>
  )
}

type StripProps = { columns: readonly { stage: Stage; rows: readonly CaseRow[]; usual: string }[]; today: PlainDate }

/** On a narrow page: a strip of six tabs with their counts, and the one column that is chosen. */
function Strip({ columns, today }: StripProps) {
  const styles = useStyles()
  const id = useId()
  const strip = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Stage>(() => columns.find(({ rows }) => rows.length > 0)?.stage ?? 'enquiry')
  const place = columns.findIndex(({ stage }) => stage === chosen)
  const present = columns[place]
  const step = (event: KeyboardEvent): void => {
    const to = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: columns.length - 1 }[event.key]
    const next = to === undefined ? undefined : columns[(to + columns.length) % columns.length]
    if (!next) return
    event.preventDefault()
    setChosen(next.stage)
    strip.current?.querySelector<HTMLElement>(`[data-stage="${next.stage}"]`)?.focus()
  }
  return (
    <>
      <div ref={strip} role="tablist" aria-label="Furthest milestone" className={styles.strip}>
        {columns.map(({ stage, rows }) => (
          <button
            key={stage}
            type="button"
            role="tab"
            data-stage={stage}
            id={`${id}-${stage}`}
            aria-selected={stage === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={stage === chosen ? 0 : -1}
            className={mergeClasses(styles.tab, stage === chosen && styles.chosen)}
            onClick={() => setChosen(stage)}
            onKeyDown={step}
          >
            {stageLabels[stage]}
            <span className={styles.number}>{rows.length}</span>
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`}>
        <p className={styles.lead}>
          {present?.usual}
          {present?.usual.startsWith('Most take') && `: ${meaning}.`}
        </p>
        {present && present.rows.length > 0 ? (
          <Cards key={chosen} rows={present.rows} today={today} />
        ) : (
          <p className={styles.none}>Nobody stands here now.</p>
        )}
      </div>
    </>
  )
}
