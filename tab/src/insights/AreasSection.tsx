import type { Insights } from '#domain/insightWireSchemas.ts'
import { sideLabels } from '#tab/insightLabels.ts'
import { TakeBack } from '#tab/insights/FeedbackSection.tsx'
import type { Opened } from '#tab/insights/InsightDialog.tsx'
import { countWords } from '#tab/insights/insightWords.ts'
import { Act, Section, useSectionStyles } from '#tab/insights/Section.tsx'
import type { useCalled } from '#tab/insights/useInsights.ts'

type AreasSectionProps = {
  counts: Insights['areaCounts']
  called: ReturnType<typeof useCalled>
  mayRecord: boolean
  open: (opened: Opened) => void
  paste: () => void
}

/** Needs and assets by area, each with its number, source and year. */
export function AreasSection({ counts, called, mayRecord, open, paste }: AreasSectionProps) {
  const styles = useSectionStyles()
  const areas = [...new Set(counts.map(({ area }) => area))].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
  const actions = mayRecord && (
    <>
      <Act label="Add a number" onClick={() => open({ kind: 'count-area', saved: 'Saved the number.' })} />
      <Act label="Paste a table" onClick={paste} />
    </>
  )
  return (
    <Section heading="Needs, and what there is to build on" lead="Numbers from elsewhere, each with its source and year." actions={actions}>
      {counts.length === 0 && <p className={styles.words}>None yet. Type one, or paste a table from a spreadsheet.</p>}
      {areas.map(area => (
        <div key={area ?? ''}>
          <h3 className={styles.title}>{area === null ? 'The whole programme' : called.area(area)}</h3>
          <ul className={styles.list}>
            {inOrder(counts.filter(each => each.area === area)).map(each => (
              <li key={each.id} className={styles.item}>
                <div className={styles.text}>
                  <p className={styles.line}>
                    {each.name ?? 'Its words were removed'}: {countWords(each)}
                  </p>
                  <p className={styles.small}>{sideLabels[each.side]}</p>
                </div>
                {mayRecord && <TakeBack id={each.id} words={`${each.name ?? ''}, ${countWords(each)}`} open={open} />}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

/** Needs before assets; the newest year of one thing first. */
const inOrder = (counts: Insights['areaCounts']): Insights['areaCounts'] =>
  counts.toSorted((a, b) => b.side.localeCompare(a.side) || (a.name ?? '').localeCompare(b.name ?? '') || b.year - a.year)
