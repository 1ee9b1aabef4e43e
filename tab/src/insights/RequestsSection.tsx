import type { Insights } from '#domain/insightWireSchemas.ts'
import { genderLabels, languageLabels, requesterLabels } from '#tab/insightLabels.ts'
import { TakeBack } from '#tab/insights/FeedbackSection.tsx'
import type { Opened } from '#tab/insights/InsightDialog.tsx'
import { hoursInWords, requestWords } from '#tab/insights/insightWords.ts'
import { Act, Section, useSectionStyles } from '#tab/insights/Section.tsx'
import type { useCalled } from '#tab/insights/useInsights.ts'
import { sayCount, sayDay } from '#tab/ui/say.ts'

type Called = ReturnType<typeof useCalled>
type RequestsSectionProps = { requests: Insights['requests']; called: Called; open: (opened: Opened) => void }

/** What people asked for in vain: how much, by whom, in which language; and, for those who record, each of them. */
export function RequestsSection({ requests, called, open }: RequestsSectionProps) {
  const styles = useSectionStyles()
  const { open: howMany, openMinutes, answered, byRequester, byLanguage, rows } = requests
  const [waiting, met] = [rows?.filter(row => !row.answered) ?? [], rows?.filter(row => row.answered) ?? []]
  const asked = byRequester.map(({ askedBy, requests: n }) => `${requesterLabels[askedBy]} ${n}`).join(', ')
  const spoken = byLanguage.map(({ language, requests: n }) => `${languageLabels[language]} ${n}`).join(', ')
  return (
    <Section heading="Requests we could not meet" lead="Log one in 15 seconds. No names.">
      {howMany + answered === 0 ? (
        <p className={styles.words}>None yet. Each one shows where help is missing.</p>
      ) : (
        <>
          <p className={styles.title}>
            {howMany} not met, {hoursInWords(openMinutes)} a week; {answered} met later
          </p>
          {asked !== '' && <p className={styles.line}>Who asked: {asked}</p>}
          {spoken !== '' && <p className={styles.line}>Language: {spoken}</p>}
        </>
      )}
      <Rows rows={waiting} called={called} open={open} />
      {met.length > 0 && (
        <details className={styles.more}>
          <summary>See {sayCount(met.length, 'request')} met later</summary>
          <Rows rows={met} called={called} open={open} />
        </details>
      )}
    </Section>
  )
}

type Row = NonNullable<Insights['requests']['rows']>[number]

function Rows({ rows, called, open }: { rows: readonly Row[]; called: Called; open: (opened: Opened) => void }) {
  const styles = useSectionStyles()
  return (
    <ul className={styles.list}>
      {rows.map(row => {
        const { id, on, askedBy, language, gender, answered } = row
        const words = requestWords(row, called)
        const more = [language && languageLabels[language], gender && genderLabels[gender], requesterLabels[askedBy], sayDay(on)]
        const met = answered && `Met on ${sayDay(answered.on)}${answered.reference === null ? '' : ` by ${answered.reference}`}`
        return (
          <li key={id} className={styles.item}>
            <div className={styles.text}>
              <p className={styles.line}>{words}</p>
              <p className={styles.small}>{[...more, met].filter(Boolean).join(' · ')}</p>
            </div>
            {!answered && (
              <Act
                label="Met"
                about={words}
                onClick={() =>
                  open({ kind: 'answer-request', about: id, known: { request: id }, lead: words, saved: 'Saved: this request is met.' })
                }
              />
            )}
            <TakeBack id={id} words={words} open={open} />
          </li>
        )
      })}
    </ul>
  )
}
