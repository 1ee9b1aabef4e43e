import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AskedPublication, FileFormat, PublicFormat } from '#domain/downloadSchemas.ts'
import { lastYearEnd } from '#domain/fundFile.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { PotAnswer, Publications } from '#domain/potSchemas.ts'
import { NumberTable } from '#tab/cohorts/Figure.tsx'
import type { Exported, Published } from '#tab/fund/exportWords.ts'
import { cameBackSentence, listRows, placeSentence, yearEndSentence } from '#tab/fund/exportWords.ts'
import { usePublications, useYearEnd } from '#tab/fund/useFund.ts'
import { useRowStyles } from '#tab/ui/rowStyles.ts'
import { exportWords, fundWords } from '#tab/fundLabels.ts'
import { routes } from '#tab/routes.ts'
import { useCodeNames } from '#tab/settings/codeNames.ts'
import { Bone } from '#tab/ui/Bone.tsx'
import { DayField } from '#tab/ui/DayField.tsx'
import { readDay } from '#tab/ui/dayWords.ts'
import { FileDialog } from '#tab/ui/FileDialog.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { sayCount, sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'

const useStyles = makeStyles({
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: '0 0 16px' },
  found: { ...typographyStyles.body1, margin: '12px 0 16px', minHeight: '20px' },
  table: { marginBottom: '16px' },
})

type DialogProps<E extends Exported> = { pot: PotAnswer; exported: E; close: () => void }

const sheets: readonly { value: FileFormat; label: string }[] = [
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
]
const packages: readonly { value: PublicFormat; label: string }[] = [
  { value: 'json', label: 'JSON' },
  { value: 'csv', label: 'CSV' },
]

/** Takes something away from the fund: it says what, before it is made. */
export default function ExportDialogs({ exported, ...rest }: DialogProps<Exported>) {
  switch (exported.of) {
    case 'ledger':
      return <LedgerDialog exported={exported} {...rest} />
    case 'year-end':
      return <YearEndDialog exported={exported} {...rest} />
    case 'register':
    case 'three-sixty':
    case 'transparency':
      return <PublishedDialog exported={exported} {...rest} />
  }
}

const useNaming = (): string => (useSession().may('names.see') ? exportWords.named : exportWords.unnamed)

function LedgerDialog({ pot, exported: { only, count }, close }: DialogProps<Extract<Exported, { of: 'ledger' }>>) {
  const styles = useStyles()
  const { api, programme } = useSession()
  const naming = useNaming()
  return (
    <FileDialog
      title={`${exportWords.ledgerTitle}: ${sayCount(count, 'entry', 'entries')}`}
      formats={sheets}
      ask={format => api.askForFundFile(programme.id, pot.id, { of: 'ledger', format, ...(only && { only }) })}
      close={close}
    >
      <p className={styles.words}>
        {only ? exportWords.ledgerFound : exportWords.ledgerAll} {naming}
      </p>
    </FileDialog>
  )
}

/** The day that an export is for, as it is typed: undefined where it cannot be read, or is still to come. */
function useExportDay(first: PlainDate) {
  const { me } = useSession()
  const [typed, setTyped] = useState(sayDay(first))
  const [fault, setFault] = useState<string>()
  const on = readDay(typed, me.today)
  const known = on && on <= me.today ? on : undefined
  const wrong = on ? `${sayDay(on)} is still to come.` : 'We cannot read this day. Try 3/5 or 3 May.'
  const box = (
    <DayField
      label={exportWords.whichDay}
      value={typed}
      today={me.today}
      fault={fault}
      onChange={words => {
        setTyped(words)
        setFault(undefined)
      }}
    />
  )
  return { known, box, check: () => setFault(known ? undefined : wrong) }
}

function YearEndDialog({ pot, close }: DialogProps<{ of: 'year-end' }>) {
  const styles = useStyles()
  const { api, me, programme } = useSession()
  const naming = useNaming()
  const { known, box, check } = useExportDay(lastYearEnd(me.today))
  const found = useYearEnd(pot.id, known)
  return (
    <FileDialog
      title={exportWords.yearEndTitle}
      formats={sheets}
      ask={format => {
        check()
        // What is shown is what is taken, though more may have been recorded since.
        const shown = found.data?.asAt === known ? found.data : undefined
        return known && api.askForFundFile(programme.id, pot.id, { of: 'year-end', format, asAt: known, knownAt: shown?.knownAt })
      }}
      close={close}
    >
      {box}
      <p role="status" className={styles.found}>
        {known && found.data ? yearEndSentence(found.data) : ''}
      </p>
      <p className={styles.words}>{naming}</p>
    </FileDialog>
  )
}

const publishedWords = {
  register: { title: exportWords.registerTitle, words: exportWords.registerWords },
  'three-sixty': { title: exportWords.threeSixtyTitle, words: exportWords.threeSixtyWords },
  transparency: { title: exportWords.transparencyTitle, words: exportWords.transparencyWords },
} satisfies Record<Published['of'], object>

/** Every grant as a list: what is in it, what it leaves out and why, in counts and sums that tie to all grants of the fund. */
function PublishedDialog({ pot, exported: { of }, close }: DialogProps<Published>) {
  const styles = useStyles()
  const { api, me, programme } = useSession()
  const { known, box, check } = useExportDay(me.today)
  const publications = usePublications(pot.id, known ?? me.today)
  const { title, words } = publishedWords[of]
  const list = publications.data && listRows(publications.data, of)
  const blocked = publications.data !== undefined && (list === undefined || list.listed === 0)
  const shared = { title, close, blocked }
  // What is shown is what is taken.
  const ask = (asked: Pick<AskedPublication, 'of' | 'format'>) => {
    check()
    const shown = publications.data?.asAt === known ? publications.data : undefined
    return known && api.askForFundFile(programme.id, pot.id, { ...asked, asAt: known, knownAt: shown?.knownAt } as AskedPublication)
  }
  const said = (
    <>
      <p className={styles.words}>{words}</p>
      <div className={styles.table}>{box}</div>
      <Remote query={publications} waitingFor="Sorting the grants" skeleton={<Bone shape="box" />} called="list">
        {found => <WhatIsInIt publications={found} of={of} pot={pot} />}
      </Remote>
    </>
  )
  if (of === 'three-sixty') {
    return (
      <FileDialog {...shared} formats={packages} ask={format => ask({ of, format })}>
        {said}
      </FileDialog>
    )
  }
  const formats = of === 'transparency' ? sheets.filter(({ value }) => value === 'csv') : sheets
  return (
    <FileDialog {...shared} formats={formats} ask={format => ask({ of, format })}>
      {said}
    </FileDialog>
  )
}

/** Who may change the fund gets there from here; others read whom to ask. */
function NoPublisher({ pot }: { pot: PotAnswer }) {
  const styles = useStyles()
  const { link, plainLink } = useRowStyles()
  if (!useSession().may('pots.change')) return <p className={styles.words}>{exportWords.askForPublisher}</p>
  return (
    <p className={styles.words}>
      {exportWords.noPublisher}{' '}
      <Link to={routes.changeFund(pot.id)} className={mergeClasses(link, plainLink)}>
        {fundWords.change}
      </Link>
    </p>
  )
}

/** Which areas have no place code, and the way to where they get one. */
function WithoutPlace({ publications }: { publications: Publications }) {
  const styles = useStyles()
  const { link, plainLink } = useRowStyles()
  const { may } = useSession()
  const nameOf = useCodeNames()
  const sentence = placeSentence(publications, area => nameOf('areas', area))
  if (sentence === '') return null
  const way = may('settings.change') ? (
    <Link to={routes.settings} className={mergeClasses(link, plainLink)}>
      {exportWords.addPlaces}
    </Link>
  ) : (
    exportWords.askForPlaces
  )
  return (
    <p className={styles.words}>
      {sentence} {publications.threeSixty?.withoutPlace.areas.length !== 0 && way}
    </p>
  )
}

function WhatIsInIt({ publications, of, pot }: { publications: Publications; of: Published['of']; pot: PotAnswer }) {
  const styles = useStyles()
  const list = listRows(publications, of)
  if (!list) return <NoPublisher pot={pot} />
  const cameBack = cameBackSentence(pot)
  return (
    <>
      <div className={styles.table}>
        <NumberTable
          caption={publishedWords[of].title}
          hideCaption
          heads={[exportWords.why, exportWords.grants, exportWords.awarded, exportWords.paid]}
          rows={list.rows}
        />
      </div>
      {of === 'three-sixty' && <WithoutPlace publications={publications} />}
      {cameBack !== '' && <p className={styles.words}>{cameBack}</p>}
      {list.listed === 0 && <p className={styles.words}>{exportWords.nothing}</p>}
    </>
  )
}
