import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { DocumentTableRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ImportReport } from '#domain/importSchemas.ts'
import { columnName } from '#tab/import/columnWords.ts'
import { Counts } from '#tab/import/Counts.tsx'
import { sayFailure } from '#tab/ui/failureWords.ts'
import type { CheckState, ImportDesk } from '#tab/import/importDesk.ts'
import { ImportTabs } from '#tab/import/ImportTabs.tsx'
import { truth } from '#tab/import/importSentences.ts'
import { Questions } from '#tab/import/Questions.tsx'
import { StepHeading } from '#tab/import/StepHeading.tsx'

const useStyles = makeStyles({
  file: {
    ...typographyStyles.body1,
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    overflowWrap: 'anywhere',
  },
  columns: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    margin: `${tokens.spacingVerticalXS} 0 0 28px`,
    maxWidth: '90ch',
  },
  bar: { marginTop: '16px' },
})

/** Step 2: what would happen, row by row. The first line is the truth. */
export function CheckStep({ state, desk }: { state: CheckState; desk: ImportDesk }) {
  const styles = useStyles()
  const { file, report, rows, checking } = state
  return (
    <>
      <StepHeading>
        <span role="status">{truth(report)}</span>
        {checking.busy && <Spinner size="extra-tiny" aria-label="Checking" />}
      </StepHeading>
      <FileLine name={file.name} report={report} />
      {checking.failure && (
        <MessageBar intent="error" layout="multiline" className={styles.bar}>
          <MessageBarBody>{sayFailure(checking.failure)}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => desk.checkAgain()}>Try again</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <Counts report={report} rows={rows} />
      <Questions questions={report.questions} answers={state.answers} answer={more => desk.answer(more)} />
      <ImportTabs report={report} rows={rows} fixes={state.fixes} fix={(row, column, value) => desk.fix(row, column, value)} />
    </>
  )
}

function FileLine({ name, report }: { name: string; report: ImportReport }) {
  const styles = useStyles()
  const [open, setOpen] = useState(false)
  const { read, notRead } = report.columns
  const left =
    notRead.length === 0
      ? 'All columns are read.'
      : `${read.length} ${read.length === 1 ? 'column' : 'columns'} read, ${notRead.length} not read: ${notRead.join(', ')}.`
  return (
    <>
      <p className={styles.file}>
        <DocumentTableRegular fontSize={20} />
        <span>
          {name} · {left}{' '}
          <Link inline as="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Hide them' : 'See them'}
          </Link>
        </span>
      </p>
      {open && <p className={styles.columns}>Read: {read.map(columnName).join(', ')}.</p>}
    </>
  )
}
