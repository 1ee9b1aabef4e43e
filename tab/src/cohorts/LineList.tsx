import { Button, makeStyles, SearchBox, Spinner, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Lines } from '#domain/cohortSchemas.ts'
import { failureOf } from '#tab/api.ts'
import { saveCsv } from '#tab/cohorts/csvFile.ts'
import { say } from '#tab/cohorts/findings.ts'
import { csvName, csvRows, footerWords, matching, sorted } from '#tab/cohorts/lineRows.ts'
import { LineRows } from '#tab/cohorts/LineRows.tsx'
import type { ListHead } from '#tab/cohorts/lists.ts'
import { listHead } from '#tab/cohorts/lists.ts'
import { SidePanel, useListStyles } from '#tab/cohorts/SidePanel.tsx'
import { useCohortView, useLines } from '#tab/cohorts/useCohort.ts'
import { FailedState } from '#tab/ui/Remote.tsx'
import { sayDay } from '#tab/ui/say.ts'
import { everyArea, useSession } from '#tab/ui/session.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  what: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0, padding: '0 24px', [phone]: { padding: '0 16px' } },
  tools: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    // Room for the ring of the focus.
    padding: `${tokens.spacingVerticalM} 2px ${tokens.spacingVerticalXS}`,
  },
  search: {
    minWidth: 0,
    width: '100%',
    maxWidth: 'none',
    [phone]: { height: '44px' },
    '& input': { minWidth: 0, width: '100%' },
  },
  found: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0, minHeight: '16px' },
  narrow: { minWidth: 0 },
})

/** The list behind a figure, where one is open. */
export function LineList({ figure, close }: { figure: string | undefined; close: () => void }) {
  const head = figure === undefined ? undefined : listHead(figure)
  return figure !== undefined && head ? <OpenList key={figure} figure={figure} head={head} close={close} /> : null
}

function OpenList({ figure, head, close }: { figure: string; head: ListHead; close: () => void }) {
  const styles = useStyles()
  const list = useListStyles()
  const lines = useLines(figure)
  const { cohort } = useCohortView()
  return (
    <SidePanel title={lines.data ? head.title(lines.data.total) : 'Getting the list'} close={close}>
      <p className={styles.what}>
        {head.what} On {sayDay(cohort.asAt)}.
      </p>
      {lines.data ? (
        <Found lines={lines.data} head={head} />
      ) : (
        <div className={list.body}>
          {lines.isError ? (
            <FailedState failure={failureOf(lines.error)} retry={() => void lines.refetch()} />
          ) : (
            <Spinner size="small" label="Getting the list" />
          )}
        </div>
      )}
    </SidePanel>
  )
}

function Found({ lines, head }: { lines: Lines; head: ListHead }) {
  const styles = useStyles()
  const list = useListStyles()
  const { programme } = useSession()
  const width = useWidth()
  const [words, setWords] = useState('')
  const areaName = (id: string | null): string => everyArea(programme).find(area => area.id === id)?.name ?? id ?? ''
  const found = sorted(matching(lines.rows, words, areaName))
  const { count, sum } = footerWords(lines, head)
  return (
    <>
      <div className={list.body}>
        <div className={styles.tools}>
          <SearchBox
            className={styles.search}
            placeholder="Find in this list"
            aria-label="Find in this list"
            value={words}
            onChange={(_, { value }) => setWords(value)}
          />
          <Button
            className={styles.narrow}
            icon={<ArrowDownloadRegular />}
            aria-label="Download CSV"
            onClick={() => saveCsv(csvName(lines), csvRows(lines, head, areaName))}
          >
            {width === 'phone' ? 'CSV' : 'Download CSV'}
          </Button>
        </div>
        <p className={styles.found} role="status">
          {words.trim() === '' ? '' : `${say(found.length)} of ${say(lines.rows.length)} rows`}
        </p>
        <LineRows rows={found} head={head} areaName={areaName} narrow={width === 'phone'} />
      </div>
      <div className={list.footer}>
        <span className={list.same}>{count}</span>
        {sum !== '' && <span>{sum}</span>}
      </div>
    </>
  )
}
