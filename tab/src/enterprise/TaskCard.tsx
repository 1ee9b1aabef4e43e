import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { lazy, Suspense, useRef, useState } from 'react'
import { daysBetween } from '#domain/plainDate.ts'
import type { OpenTask } from '#domain/taskSchemas.ts'
import type { TodayRow } from '#domain/todaySchemas.ts'
import type { CaseDetail } from '#tab/api.ts'
import { taskAboutLabels } from '#tab/besideLabels.ts'
import { useCardStyles } from '#tab/enterprise/NextCard.tsx'
import { taskWords } from '#tab/todayLabels.ts'
import { useSavedDesk } from '#tab/ui/saved.ts'
import { sayAway, sayLength, sayNearDay } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

// The forms come when the first one is opened.
const AddTaskForm = lazy(async () => ({ default: (await import('#tab/today/AddTaskForm.tsx')).AddTaskForm }))
const TaskForm = lazy(async () => ({ default: (await import('#tab/today/TaskForm.tsx')).TaskForm }))
const PutOffForm = lazy(() => import('#tab/today/PutOffForm.tsx'))

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: '10px 16px', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTop: 'none' } },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '16px', rowGap: '2px' },
  words: { ...typographyStyles.body1, margin: 0, flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
  when: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
  late: { ...typographyStyles.body1Strong, color: tokens.colorPaletteRedForeground1 },
  action: { minHeight: '28px', padding: '2px 0', [phone]: { minHeight: '44px' } },
  form: { padding: '12px 16px 16px', backgroundColor: tokens.colorNeutralBackground2 },
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, padding: '12px 16px', margin: 0 },
})

type Opened = { form: 'add' } | { form: 'done' | 'put-off'; task: string }

/** What a to-do says, as Today says it. */
const wordsOf = ({ words, about }: OpenTask): string => words?.trim() || taskAboutLabels[about]

/** What is still to do with them, the next contact among it, and the way to add to it. */
export function TaskCard({ detail }: { detail: CaseDetail }) {
  const styles = useStyles()
  const card = useCardStyles()
  const { show } = useSavedDesk()
  const [opened, setOpened] = useState<Opened>()
  const add = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setOpened(undefined)
    add.current?.focus()
  }
  const common = {
    caseId: detail.id,
    name: detail.name ?? detail.reference,
    saved: (words: string, n: number) => {
      setOpened(undefined)
      show({ caseId: detail.id, n, at: new Date().toISOString(), words })
    },
    cancel: close,
  }
  return (
    <section className={card.card} aria-labelledby="to-dos">
      <div className={card.head}>
        <h2 id="to-dos" className={card.heading}>
          {taskWords.open}
        </h2>
        <Button ref={add} appearance="subtle" aria-expanded={opened?.form === 'add'} onClick={() => setOpened({ form: 'add' })}>
          {taskWords.add}
        </Button>
      </div>
      {opened?.form === 'add' && (
        <div className={styles.form}>
          <Suspense>
            <AddTaskForm {...common} detail={detail} />
          </Suspense>
        </div>
      )}
      {detail.tasks.length === 0 && opened?.form !== 'add' && <p className={styles.none}>{taskWords.none}</p>}
      <ul className={styles.list}>
        {detail.tasks.map(task => (
          <TaskLine key={task.task} task={task} words={wordsOf(task)} detail={detail} opened={opened} open={setOpened} common={common} />
        ))}
      </ul>
    </section>
  )
}

type TaskLineProps = {
  task: OpenTask
  words: string
  detail: CaseDetail
  opened: Opened | undefined
  open: (opened: Opened) => void
  common: { caseId: string; name: string; saved: (words: string, n: number) => void; cancel: () => void }
}

function TaskLine({ task, words, detail, opened, open, common }: TaskLineProps) {
  const styles = useStyles()
  const { today } = detail
  const late = daysBetween(task.on, today)
  const isOpened = opened && opened.form !== 'add' && opened.task === task.task ? opened.form : undefined
  const when = late > 0 ? `${sayLength(late)} late` : `${sayAway(task.on, today)}, ${sayNearDay(task.on, today)}`
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <p className={styles.words}>{words}</p>
        <span className={late > 0 ? styles.late : styles.when}>{task.at ? `${when}, ${task.at}` : when}</span>
        {(['done', 'put-off'] as const).map(form => (
          <Link
            key={form}
            as="button"
            type="button"
            className={styles.action}
            aria-expanded={isOpened === form}
            aria-label={`${form === 'done' ? 'Tick off' : 'Put off'}: ${words}`}
            onClick={() => open({ form, task: task.task })}
          >
            {form === 'done' ? 'Tick off' : 'Put off'}
          </Link>
        ))}
      </div>
      <Suspense>
        {isOpened === 'done' && <TaskForm {...common} detail={detail} task={task.task} words={words} />}
        {isOpened === 'put-off' && <PutOffForm {...common} row={rowOf(task, detail)} today={today} />}
      </Suspense>
    </li>
  )
}

/** A to-do as Today has it: alone in its row. */
const rowOf = (task: OpenTask, { id, n, reference, name, area, catalyst }: CaseDetail): TodayRow => ({
  id,
  n,
  reference,
  name,
  area,
  catalyst,
  group: 'today',
  reasons: [task],
})
