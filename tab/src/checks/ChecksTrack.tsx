import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkRegular, ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { CaseDetail } from '#tab/api.ts'
import type { CheckRow } from '#tab/checks/checkWords.ts'
import { checkRows } from '#tab/checks/checkWords.ts'
import type { Cure } from '#tab/checks/gateItems.ts'
import { listingKindLabels, withdrawalLabels } from '#tab/besideLabels.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useCodeNames } from '#tab/settings/codeNames.ts'
import { sayDay } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', ...typographyStyles.body1, [phone]: { display: 'block' } },
  body: { [phone]: { display: 'block' } },
  row: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    [phone]: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', padding: '6px 0' },
  },
  cell: { padding: '6px 12px 6px 0', verticalAlign: 'top', textAlign: 'left', fontWeight: 'normal', [phone]: { padding: 0 } },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  state: { display: 'inline-flex', alignItems: 'center', gap: '6px', whiteSpace: 'nowrap' },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  careful: { color: tokens.colorStatusWarningForeground2 },
  done: { color: tokens.colorPaletteGreenForeground1 },
  'to-do': { color: tokens.colorNeutralForeground3 },
  cure: { minHeight: '24px', padding: '2px 0', [phone]: { minHeight: '44px' } },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: '8px 0 0' },
})

const signs: Record<CheckRow['tone'], ReactElement | undefined> = {
  late: <ErrorCircleFilled fontSize={16} aria-hidden />,
  careful: <WarningFilled fontSize={16} aria-hidden />,
  done: <CheckmarkRegular fontSize={16} aria-hidden />,
  'to-do': undefined,
}

/** Sign-off and listing, in a sentence each. Listed, signed off and suggested are three things. */
function standingWords({ signOff, listings }: Tracks): string[] {
  const off =
    signOff.state === 'signed-off'
      ? `Signed off on ${sayDay(signOff.on)}${signOff.until ? `, until ${sayDay(signOff.until)}` : ''}.`
      : signOff.state === 'ended'
        ? `The sign-off ended on ${sayDay(signOff.on)}: ${withdrawalLabels[signOff.reason].toLowerCase()}.`
        : 'Not signed off yet.'
  const where = Object.entries(listings).map(([kind, listing]) => {
    const name = listingKindLabels[kind as keyof typeof listingKindLabels]
    return listing.state === 'listed'
      ? `${name} since ${sayDay(listing.on)}.`
      : `${name} until ${sayDay(listing.on)}: ${withdrawalLabels[listing.reason].toLowerCase()}.`
  })
  return [off, ...(where.length > 0 ? where : ['Not listed.'])]
}

type ChecksTrackProps = { detail: CaseDetail; tracks: Tracks; open: ((cure: Cure) => void) | undefined }

/** Each check with its day and how it stands, the most pressing first; then sign-off and listing. */
export function ChecksTrack({ detail, tracks, open }: ChecksTrackProps) {
  const styles = useStyles()
  const nameOf = useCodeNames()
  const rows = checkRows(detail.checks, nameOf)
  return (
    <>
      {rows.length > 0 && (
        <table className={styles.table}>
          <thead className={styles.hidden}>
            <tr>
              <th scope="col">Check</th>
              <th scope="col">Day</th>
              <th scope="col">How it stands</th>
            </tr>
          </thead>
          <tbody className={styles.body}>
            {rows.map(row => (
              <Row key={row.check} row={row} open={open} />
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.words}>{standingWords(tracks).join(' ')}</p>
    </>
  )
}

function Row({ row, open }: { row: CheckRow; open: ((cure: Cure) => void) | undefined }) {
  const styles = useStyles()
  const cure: Cure =
    row.check === 'dbs'
      ? { label: row.cure ?? '', opens: 'dbs' }
      : { label: row.cure ?? '', opens: 'step', step: 'see-check', start: { check: row.check } }
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.cell}>
        {row.name}
        <span className={styles.small}>{row.evidence}</span>
      </th>
      <td className={styles.cell}>{row.day}</td>
      <td className={styles.cell}>
        <span className={mergeClasses(styles.state, styles[row.tone])}>
          {signs[row.tone]}
          {row.state}
        </span>
        {open && row.cure && (
          <>
            {' '}
            <Link as="button" type="button" className={styles.cure} onClick={() => open(cure)} aria-label={`${row.cure}: ${row.name}`}>
              {row.cure}
            </Link>
          </>
        )}
      </td>
    </tr>
  )
}
