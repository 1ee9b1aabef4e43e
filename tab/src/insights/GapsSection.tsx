import { Link } from 'react-router'
import type { Insights } from '#domain/insightWireSchemas.ts'
import { gapDetail, gapWords } from '#tab/insights/insightWords.ts'
import { routes } from '#tab/routes.ts'
import { Section, useSectionStyles } from '#tab/insights/Section.tsx'
import type { useCalled } from '#tab/insights/useInsights.ts'

type GapsSectionProps = { gaps: NonNullable<Insights['gaps']>; called: ReturnType<typeof useCalled> }

/** Who is getting ready there, and what is in their way: the list, by the area where they are. */
function ThoseIn({ area, name }: { area: string; name: string }) {
  const styles = useSectionStyles()
  return (
    <Link className={styles.link} to={`${routes.enterprises}?view=all&status=supported&area=${area}`}>
      See who is getting ready in {name}
    </Link>
  )
}

const shownAtOnce = 12

/** What is wanted against what is there, the largest gap first, in words. */
export function GapsSection({ gaps, called }: GapsSectionProps) {
  const styles = useSectionStyles()
  const [first, rest] = [gaps.slice(0, shownAtOnce), gaps.slice(shownAtOnce)]
  const rows = (list: typeof gaps) => (
    <ul className={styles.list}>
      {list.map(gap => (
        <li key={`${gap.area} ${gap.service}`} className={styles.item}>
          <div className={styles.text}>
            <p className={styles.title}>
              {called.service(gap.service)}, {called.area(gap.area)}
            </p>
            <p className={styles.line}>{gapWords(gap)}</p>
            <p className={styles.small}>{gapDetail(gap)}</p>
            {gap.area !== null && gap.settingUp > 0 && <ThoseIn area={gap.area} name={called.area(gap.area)} />}
          </div>
        </li>
      ))}
    </ul>
  )
  return (
    <Section heading="Gaps" lead="Hours a week that are wanted in an area, against those that are there.">
      {gaps.length === 0 && (
        <p className={styles.words}>
          Nothing to show yet. The lead says in Settings how much is wanted; enterprises say what they offer and where.
        </p>
      )}
      {rows(first)}
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>See the other {rest.length}</summary>
          {rows(rest)}
        </details>
      )}
      <details className={styles.more}>
        <summary>How we count this</summary>
        <p className={styles.words}>
          There are the hours that enterprises trading today told us last, at most 12 months ago. We do not ask how their hours divide. So
          we share them out evenly over their services and areas, and no hour counts twice. An enterprise that paused is left out.
        </p>
      </details>
    </Section>
  )
}
