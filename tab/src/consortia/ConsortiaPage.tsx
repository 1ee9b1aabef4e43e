import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Consortium } from '#domain/consortiumSchemas.ts'
import { consortiumWords, inDateLabels, togetherWords } from '#tab/consortia/consortiumWords.ts'
import { routes } from '#tab/routes.ts'
import { useCodeNames } from '#tab/settings/codeNames.ts'
import { saveFile } from '#tab/teams.ts'
import { sayFailure } from '#tab/ui/failureWords.ts'
import { Notice } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { sayDay, sayHours } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  lead: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: '0 0 24px', maxWidth: '640px' },
  one: { marginBottom: '40px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  heading: { ...typographyStyles.subtitle2, margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  take: { whiteSpace: 'nowrap', [phone]: { minHeight: '44px' } },
  words: { ...typographyStyles.body1, margin: '4px 0 12px' },
  fault: { ...typographyStyles.body1, color: tokens.colorPaletteRedForeground1, margin: '4px 0' },
  table: { width: '100%', borderCollapse: 'collapse', ...typographyStyles.body1, [phone]: { display: 'block' } },
  heads: { [phone]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  body: { [phone]: { display: 'block' } },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, [phone]: { display: 'block', padding: '10px 0' } },
  cell: {
    padding: '6px 16px 6px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 'normal',
    [phone]: { display: 'block', padding: 0 },
  },
  // On a phone the head of a column stands before its cell.
  said: { [phone]: { '::before': { content: 'attr(data-head) ": "', color: tokens.colorNeutralForeground3 } } },
  link: {
    display: 'inline-block',
    padding: '2px 0',
    color: tokens.colorBrandForegroundLink,
    overflowWrap: 'anywhere',
    [phone]: { padding: '10px 0' },
  },
  again: { color: tokens.colorStatusWarningForeground2, fontWeight: tokens.fontWeightSemibold },
  gone: { color: tokens.colorNeutralForeground3 },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: '8px 0 0' },
})

/** Each consortium with its own small report. */
export default function ConsortiaPage() {
  const styles = useStyles()
  const { api, programme } = useSession()
  const consortia = useQuery({ queryKey: ['consortia', programme.id], queryFn: ({ signal }) => api.consortia(programme.id, signal) })
  return (
    <Page title="Consortia" parents={[{ label: 'Enterprises', to: routes.enterprises }]}>
      <Remote query={consortia} waitingFor="Loading the consortia" skeleton={null} called="list">
        {answer =>
          answer.consortia.length === 0 ? (
            <Notice heading={consortiumWords.none}>{consortiumWords.noneYet}</Notice>
          ) : (
            <>
              <p className={styles.lead}>{consortiumWords.lead}</p>
              {answer.consortia.map(each => (
                <One key={each.consortium} consortium={each} />
              ))}
            </>
          )
        }
      </Remote>
    </Page>
  )
}

function One({ consortium }: { consortium: Consortium }) {
  const styles = useStyles()
  const nameOf = useCodeNames()
  const { may } = useSession()
  const { rows, name } = consortium
  const heading = `consortium-${consortium.consortium}`
  return (
    <section className={styles.one} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading} className={styles.heading}>
          {name}
        </h2>
        {may('exports.make') && rows.length > 0 && <Take consortium={consortium} />}
      </div>
      <p className={styles.words}>{togetherWords(consortium, nameOf)}</p>
      {rows.length > 0 && <Members consortium={consortium} />}
    </section>
  )
}

function Take({ consortium: { consortium, name } }: { consortium: Consortium }) {
  const styles = useStyles()
  const { api, programme } = useSession()
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const press = async (): Promise<void> => {
    setBusy(true)
    const said = await api.askForFile(programme.id, { of: 'consortium', format: 'csv', consortium })
    setBusy(false)
    setFault(said.ok ? '' : sayFailure(said.refusal))
    if (said.ok) saveFile(said.value.path)
  }
  return (
    <>
      <Button
        className={styles.take}
        icon={<ArrowDownloadRegular />}
        disabledFocusable={busy}
        aria-label={`${consortiumWords.take}: ${name}`}
        onClick={() => void press()}
      >
        {consortiumWords.take}
      </Button>
      <p role="alert" hidden={fault === ''} className={styles.fault}>
        {fault}
      </p>
    </>
  )
}

function Members({ consortium: { rows, name } }: { consortium: Consortium }) {
  const styles = useStyles()
  const dbs = rows.some(row => row.dbs !== null)
  return (
    <>
      <table className={styles.table} aria-label={`Members of ${name}`}>
        <thead className={styles.heads}>
          <tr>
            {['Enterprise', 'In it', 'Offers', 'Hours a week', 'Insurance', ...(dbs ? ['DBS check'] : [])].map(head => (
              <th key={head} scope="col" className={styles.cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.body}>
          {rows.map(row => (
            <MemberRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <p className={styles.small}>{consortiumWords.checks}</p>
    </>
  )
}

function MemberRow({ row }: { row: Consortium['rows'][number] }) {
  const styles = useStyles()
  const nameOf = useCodeNames()
  const { id, reference, name, joinedOn, leftOn, isMember, services, minutesPerWeek, insurance, dbs } = row
  const since = leftOn ? `${sayDay(joinedOn)} to ${sayDay(leftOn)}` : `Since ${sayDay(joinedOn)}${isMember ? '' : ', record ended'}`
  const cells = [
    { head: 'In it', words: since },
    { head: 'Offers', words: services.map(code => nameOf('services', code)).join(', ') || 'Not said' },
    { head: 'Hours a week', words: minutesPerWeek === null ? 'Not known' : sayHours(minutesPerWeek) },
    { head: 'Insurance', words: inDateLabels[insurance], again: insurance === 'look-again' },
    ...(dbs ? [{ head: 'DBS check', words: inDateLabels[dbs], again: dbs === 'look-again' }] : []),
  ]
  return (
    <tr className={mergeClasses(styles.row, !isMember && styles.gone)}>
      <th scope="row" className={styles.cell}>
        <Link to={routes.enterprise(id)} className={styles.link}>
          {name ?? reference}
        </Link>
      </th>
      {cells.map(({ head, words, again = false }) => (
        <td key={head} data-head={head} className={mergeClasses(styles.cell, styles.said)}>
          <span className={isMember && again ? styles.again : undefined}>{words}</span>
        </td>
      ))}
    </tr>
  )
}
