import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { PermissionUse } from '#domain/vocabulary.ts'
import type { CaseDetail } from '#tab/api.ts'
import { Permissions } from '#tab/enterprise/Permissions.tsx'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { ventureKindLabels } from '#tab/labels.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between' },
  heading: { ...typographyStyles.subtitle2, margin: '0 0 12px' },
  list: { display: 'grid', gridTemplateColumns: '104px minmax(0, 1fr)', gap: '6px 16px', margin: 0, ...typographyStyles.body1 },
  name: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  link: { display: 'inline-block', padding: '2px 0', [phone]: { padding: '12px 0', margin: '-10px 0' } },
})

type DetailsProps = {
  detail: CaseDetail
  tracks: Tracks
  /** Opens the form to change them; left out for those who may not. */
  edit: (() => void) | undefined
  give: ((use: PermissionUse) => void) | undefined
}

/** Who they are and how to reach them, for those who may see it. */
export function Details({ detail, tracks, edit, give }: DetailsProps) {
  const styles = useStyles()
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
  const styles = useStyles()
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  )
}

function Reach({ to, children }: { to: string; children: string }) {
  const styles = useStyles()
  return (
    <Link href={to} className={styles.link}>
      {children}
    </Link>
  )
}
