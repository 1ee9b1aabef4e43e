import { Link } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { PermissionUse } from '#domain/vocabulary.ts'
import type { CaseDetail } from '#tab/api.ts'
import { useAboutStyles } from '#tab/enterprise/aboutStyles.ts'
import { Permissions } from '#tab/enterprise/Permissions.tsx'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { ventureKindLabels } from '#tab/labels.ts'

type DetailsProps = {
  detail: CaseDetail
  tracks: Tracks
  /** Opens the form to change them; left out for those who may not. */
  edit: (() => void) | undefined
  give: ((use: PermissionUse) => void) | undefined
}

/** Who they are and how to reach them, for those who may see it. */
export function Details({ detail, tracks, edit, give }: DetailsProps) {
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
      <Permissions detail={detail} tracks={tracks} give={give} />
    </section>
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
