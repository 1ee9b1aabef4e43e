import type { Insights } from '#domain/insightWireSchemas.ts'
import { feedbackTitle, feedbackWords } from '#tab/insights/insightWords.ts'
import type { Opened } from '#tab/insights/InsightDialog.tsx'
import { Act, Section, useSectionStyles } from '#tab/insights/Section.tsx'
import { sayDay } from '#tab/ui/say.ts'

type FeedbackSectionProps = { feedback: Insights['feedback']; mayRecord: boolean; open: (opened: Opened) => void }

/** What people supported say, in totals, with who asked and how many answered. */
export function FeedbackSection({ feedback, mayRecord, open }: FeedbackSectionProps) {
  const styles = useSectionStyles()
  const add = mayRecord && <Act label="Add a year’s answers" onClick={() => open({ kind: 'ask-people', saved: 'Saved the answers.' })} />
  return (
    <Section heading="What people say" lead="Asked once a year of the people supported. Totals only, and who asked them." actions={add}>
      {feedback.length === 0 && <p className={styles.words}>Nobody has been asked yet. Ask once a year: four numbers are enough.</p>}
      <ul className={styles.list}>
        {feedback.map(each => {
          const { choice, recommend, n } = feedbackWords(each)
          return (
            <li key={`${each.year} ${each.askedBy} ${each.about}`} className={styles.item}>
              <div className={styles.text}>
                <p className={styles.title}>{feedbackTitle(each)}</p>
                <p className={styles.line}>{choice}</p>
                <p className={styles.line}>{recommend}</p>
                <p className={styles.small}>{n}</p>
                {each.entries && <Entries entries={each.entries} open={open} />}
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

type Entry = NonNullable<Insights['feedback'][number]['entries']>[number]

function Entries({ entries, open }: { entries: readonly Entry[]; open: (opened: Opened) => void }) {
  const styles = useSectionStyles()
  return (
    <details className={styles.more}>
      <summary>See what it is made of ({entries.length})</summary>
      <ul className={styles.list}>
        {entries.map(({ id, on, reference, answered, asked, moreChoice, wouldRecommend }) => {
          const words = `${reference ?? 'All'}, ${sayDay(on)}: ${answered} of ${asked} answered, ${moreChoice} more choice, ${wouldRecommend} recommend`
          return (
            <li key={id} className={styles.item}>
              <span className={styles.text}>{words}</span>
              <TakeBack id={id} words={words} open={open} />
            </li>
          )
        })}
      </ul>
    </details>
  )
}

/** Takes one entry back, with a reason. */
export function TakeBack({ id, words, open }: { id: string; words: string; open: (opened: Opened) => void }) {
  return (
    <Act
      label="Take back"
      about={words}
      onClick={() =>
        open({
          kind: 'withdraw',
          about: id,
          known: { of: id },
          lead: `${words}. It no longer counts; the reason stays on record.`,
          saved: 'Taken back.',
        })
      }
    />
  )
}
