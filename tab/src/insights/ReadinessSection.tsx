import type { Insights } from '#domain/insightWireSchemas.ts'
import { EnterpriseLink } from '#tab/cohorts/EnterpriseLink.tsx'
import { signerLabels } from '#tab/insightLabels.ts'
import { TakeBack } from '#tab/insights/FeedbackSection.tsx'
import type { Opened } from '#tab/insights/InsightDialog.tsx'
import { isSignedAsItStands, readinessWords } from '#tab/insights/insightWords.ts'
import { Act, Section, useSectionStyles } from '#tab/insights/Section.tsx'
import { standingLabels } from '#tab/labels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { sayDay } from '#tab/ui/say.ts'

type Service = Insights['readiness'][number]
type ReadinessSectionProps = { services: readonly Service[]; mayCount: boolean; maySign: boolean; open: (opened: Opened) => void }

/** Each council service that staff leave: places wanted and ready, who signed and when, and the enterprises that came from it. */
export function ReadinessSection({ services, mayCount, maySign, open }: ReadinessSectionProps) {
  const styles = useSectionStyles()
  return (
    <Section heading="Council services that change" lead="A service changes when there are enough places to take its people.">
      {services.length === 0 && <p className={styles.words}>None yet. The lead names the council services in Settings.</p>}
      <ul className={styles.list}>
        {services.map(service => (
          <li key={service.service} className={styles.item}>
            <div className={styles.text}>
              <h3 className={styles.title}>{service.name ?? service.service}</h3>
              <p className={styles.line}>{readinessWords(service)}</p>
              <Signature service={service} maySign={maySign} open={open} />
              <From service={service} />
            </div>
            {mayCount && <CountAct service={service} open={open} />}
            {maySign && service.counted && !isSignedAsItStands(service) && (
              <SignAct service={service} counted={service.counted} open={open} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const nameOf = ({ name, service }: Service): string => name ?? service

function CountAct({ service, open }: { service: Service; open: (opened: Opened) => void }) {
  const { counted } = service
  const start: Words = counted ? { wanted: String(counted.wanted), ready: String(counted.ready) } : {}
  const known = { service: service.service }
  return (
    <Act
      label="Count places"
      about={nameOf(service)}
      onClick={() =>
        open({ kind: 'count-readiness', about: service.service, known, start, lead: nameOf(service), saved: 'Saved the places.' })
      }
    />
  )
}

function SignAct({
  service,
  counted,
  open,
}: {
  service: Service
  counted: NonNullable<Service['counted']>
  open: (opened: Opened) => void
}) {
  const { wanted, ready } = counted
  const lead = `${nameOf(service)}: you sign that ${ready} of ${wanted} places are ready.`
  const known = { service: service.service, wanted, ready }
  return (
    <Act
      label="Sign"
      about={nameOf(service)}
      onClick={() => open({ kind: 'sign-readiness', about: service.service, known, lead, saved: 'Signed.' })}
    />
  )
}

function Signature({ service, maySign, open }: { service: Service; maySign: boolean; open: (opened: Opened) => void }) {
  const styles = useSectionStyles()
  const { signed } = service
  if (!signed) return <p className={styles.line}>Nobody has signed yet.</p>
  const who = signed.label === null ? signerLabels[signed.as] : `${signed.label}, as ${signerLabels[signed.as]}`
  const words = `Signed by ${who} on ${sayDay(signed.on)}, for ${signed.ready} of ${signed.wanted} places`
  return (
    <>
      <p className={styles.line}>
        {words}
        {isSignedAsItStands(service) ? '.' : '. The numbers have changed since.'}
      </p>
      {maySign && <TakeBack id={signed.id} words={words} open={open} />}
    </>
  )
}

function From({ service: { enterprises } }: { service: Service }) {
  const styles = useSectionStyles()
  if (enterprises.length === 0) return <p className={styles.small}>No enterprise came from it yet.</p>
  return (
    <ul className={styles.list} aria-label="Enterprises that came from it">
      {enterprises.map(({ id, reference, name, standing, tradingFrom }) => {
        const since = tradingFrom === null ? standingLabels[standing] : `${standingLabels[standing]}, began ${sayDay(tradingFrom)}`
        return (
          <li key={id}>
            <EnterpriseLink id={id} reference={reference} name={name} below={since} />
          </li>
        )
      })}
    </ul>
  )
}
