import { Link, makeStyles, mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { PermissionUse } from '#domain/vocabulary.ts'
import type { CaseDetail } from '#tab/api.ts'
import { heardOfLabels, lastJobLabels } from '#tab/besideLabels.ts'
import { useAboutStyles } from '#tab/enterprise/aboutStyles.ts'
import type { Correction } from '#tab/enterprise/CorrectDialog.tsx'
import { Permissions } from '#tab/enterprise/Permissions.tsx'
import { timelineOf } from '#tab/enterprise/timeline.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useTimeline } from '#tab/enterprise/useEnterprise.ts'
import { ventureKindLabels } from '#tab/labels.ts'
import { useCodeNames } from '#tab/settings/codeNames.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  rows: { marginTop: '6px' },
  press: { margin: '4px 0 8px', [phone]: { margin: '12px 0' } },
})

type DetailsProps = {
  detail: CaseDetail
  tracks: Tracks
  /** Opens the form to change them; left out for those who may not. */
  edit: (() => void) | undefined
  /** Opens the entry of the enquiry, to add or put right where they work and how they came. */
  correct: ((correction: Correction) => void) | undefined
  give: ((use: PermissionUse) => void) | undefined
}

/** Who they are and how to reach them, for those who may see it. */
export function Details({ detail, tracks, edit, correct, give }: DetailsProps) {
  const styles = useAboutStyles()
  const { person } = detail
  const rows: { name: string; value: ReactNode }[] = [
    { name: 'Reference', value: detail.reference },
    { name: 'Kind', value: ventureKindLabels[tracks.ventureKind] },
    { name: 'Contact', value: person?.contactName },
    { name: 'Phone', value: person?.phone && <Reach to={`tel:${person.phone.replaceAll(/[^\d+]/g, '')}`}>{person.phone}</Reach> },
    { name: 'Email', value: person?.email && <Reach to={`mailto:${person.email}`}>{person.email}</Reach> },
    { name: 'Postcode', value: person?.postcode },
  ]
  return (
    <section aria-labelledby="details">
      <div className={styles.head}>
        <h2 id="details" className={styles.heading}>
          People and details
        </h2>
        {edit && person && (
          <Link as="button" type="button" className={styles.link} aria-label="Edit people and details" onClick={edit}>
            Edit
          </Link>
        )}
      </div>
      <dl className={styles.list}>
        {rows
          .filter(({ value }) => value !== undefined && value !== null && value !== '')
          .map(({ name, value }) => (
            <Row key={name} name={name} value={value} />
          ))}
      </dl>
      <HowTheyCame id={detail.id} tracks={tracks} correct={correct} />
      <Permissions detail={detail} tracks={tracks} give={give} />
    </section>
  )
}

/** Where they would work and how they came to us, as the enquiry has it. What was left out then is added here. */
function HowTheyCame({ id, tracks, correct }: { id: string; tracks: Tracks; correct: DetailsProps['correct'] }) {
  const styles = useAboutStyles()
  const own = useStyles()
  const nameOf = useCodeNames()
  const { data } = useTimeline(id)
  const { area, heardOf, lastJob } = tracks
  const enquiry = timelineOf(data?.entries ?? []).find(({ happened, takenBack }) => happened.kind === 'enquired' && takenBack === undefined)
  const press = area && heardOf && lastJob ? 'Put it right' : 'Add what is missing'
  return (
    <>
      <dl className={mergeClasses(styles.list, own.rows)}>
        <Row name="Area" value={area ? nameOf('areas', area) : 'Not known yet'} />
        {heardOf && <Row name="Heard of us" value={heardOfLabels[heardOf]} />}
        {lastJob && <Row name="Last job" value={lastJobLabels[lastJob]} />}
      </dl>
      {correct && enquiry && (
        <div className={own.press}>
          <Link
            as="button"
            type="button"
            className={styles.link}
            aria-label={`${press}: where they work and how they came`}
            onClick={() => correct({ what: 'put-right', line: enquiry })}
          >
            {press}
          </Link>
        </div>
      )}
    </>
  )
}

function Row({ name, value }: { name: string; value: ReactNode }) {
  const styles = useAboutStyles()
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  )
}

function Reach({ to, children }: { to: string; children: string }) {
  const styles = useAboutStyles()
  return (
    <Link href={to} className={styles.link}>
      {children}
    </Link>
  )
}
