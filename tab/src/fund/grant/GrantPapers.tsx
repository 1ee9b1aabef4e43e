import { Link } from '@fluentui/react-components'
import { useHref, useNavigate } from 'react-router'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { pageLabels } from '#tab/fund/grant/grantPageLabels.ts'
import { useGrantStyles } from '#tab/fund/grant/grantStyles.ts'
import { flagLines, moneyLines, ruleRows } from '#tab/fund/grant/paperWords.ts'
import type { NameOf } from '#tab/fund/grant/peopleStrip.ts'
import { PanelSeats } from '#tab/fund/grant/PanelSeats.tsx'
import { RuleList } from '#tab/fund/grant/RuleList.tsx'
import { enterpriseWords, gapName, gapWords, letterLines, roomLine } from '#tab/fund/grant/standingWords.ts'
import { askedRules, isUnderTheAct } from '#tab/fund/grant/stepFields.ts'
import type { GrantStepForm } from '#tab/fund/grant/useGrantStep.ts'
import { usePlaces } from '#tab/enterprises/useCases.ts'
import { routes } from '#tab/routes.ts'

type GrantPapersProps = {
  answer: GrantAnswer
  nameOf: NameOf
  step: GrantStepForm
  /** Meeting view: what somebody wrote is not shown. */
  hidden: boolean
}

/** All that a decision rests on: what it is for, the gap, the enterprise, the rules, what to think of, and the letters. */
export function GrantPapers({ answer, nameOf, step, hidden }: GrantPapersProps) {
  const styles = useGrantStyles()
  const { words } = answer
  const purpose = hidden ? pageLabels.hidden : (words.purpose ?? pageLabels.gone)
  return (
    <>
      <section className={styles.part} aria-labelledby="grant-purpose">
        <h2 id="grant-purpose" className={styles.heading}>
          {pageLabels.whatFor}
        </h2>
        <p className={styles.words}>{purpose}</p>
        <AboutIt answer={answer} hidden={hidden} />
      </section>
      <Flags answer={answer} nameOf={nameOf} />
      <RuleList
        rows={ruleRows(hidden ? { ...answer, words: { ...words, waived: {} } } : answer, nameOf)}
        asked={askedRules(step.kind, step.opened)}
        form={step.form}
      />
      <PanelSeats answer={answer} step={step} nameOf={nameOf} />
      {isUnderTheAct(answer) && answer.grant.decided && <Letters answer={answer} />}
      <SoFar answer={answer} />
    </>
  )
}

function AboutIt({ answer, hidden }: { answer: GrantAnswer; hidden: boolean }) {
  const styles = useGrantStyles()
  const navigate = useNavigate()
  const placeOf = usePlaces()
  const { row, words } = answer
  const record = routes.enterprise(row.caseId)
  const href = useHref(record)
  return (
    <dl className={styles.facts}>
      {words.why !== null && !hidden && (
        <>
          <dt>{pageLabels.why}</dt>
          <dd>{words.why}</dd>
        </>
      )}
      <dt>{pageLabels.fills}</dt>
      <dd>
        <strong>{gapName(answer, row.area ? placeOf(row.area) : '')}</strong>: {gapWords(answer)}
      </dd>
      {/* Nothing is written to them before it is decided: until then the law is this one line. */}
      {!answer.grant.decided && roomLine(answer).map(({ name, words: room }) => <Room key={name} name={name} words={room} />)}
      <dt>{pageLabels.enterprise}</dt>
      <dd>
        {enterpriseWords(answer)}{' '}
        <Link
          inline
          href={href}
          className={styles.link}
          onClick={event => {
            event.preventDefault()
            void navigate(record)
          }}
        >
          {pageLabels.openRecord}
        </Link>
      </dd>
    </dl>
  )
}

const Room = ({ name, words }: { name: string; words: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{words}</dd>
  </>
)

/** Flags are something to think about; they refuse nothing, and say so. */
function Flags({ answer, nameOf }: { answer: GrantAnswer; nameOf: NameOf }) {
  const styles = useGrantStyles()
  const lines = flagLines(answer, nameOf)
  const inTheWay = answer.row.next ? answer.inTheWay : []
  if (lines.length === 0 && inTheWay.length === 0) return null
  return (
    <section className={styles.part} aria-labelledby="grant-flags">
      <h2 id="grant-flags" className={styles.heading}>
        {lines.length > 0 ? pageLabels.toThink : pageLabels.inTheWay}
      </h2>
      <ul className={styles.list}>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.length > 0 && <p className={styles.quiet}>{pageLabels.thinkNote}</p>}
      {lines.length > 0 && inTheWay.length > 0 && <p className={styles.words}>{pageLabels.inTheWay}:</p>}
      <ul className={styles.list}>
        {inTheWay.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function Letters({ answer }: { answer: GrantAnswer }) {
  const styles = useGrantStyles()
  return (
    <section className={styles.part} aria-labelledby="grant-letters">
      <h2 id="grant-letters" className={styles.heading}>
        {pageLabels.letters}
      </h2>
      <dl className={styles.facts}>
        {letterLines(answer).map(({ name, words }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function SoFar({ answer }: { answer: GrantAnswer }) {
  const styles = useGrantStyles()
  const lines = moneyLines(answer.grant, answer.row.evidenceDueOn)
  if (lines.length === 0) return null
  return (
    <section className={styles.part} aria-labelledby="grant-so-far">
      <h2 id="grant-so-far" className={styles.heading}>
        {pageLabels.soFar}
      </h2>
      <ul className={styles.list}>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
