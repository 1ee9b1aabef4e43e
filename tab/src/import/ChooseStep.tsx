import {
  Button,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  mergeClasses,
  Spinner,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { DocumentArrowUpRegular } from '@fluentui/react-icons'
import type { DragEvent } from 'react'
import { useRef, useState } from 'react'
import { columns } from '#domain/importColumns.ts'
import { saveCsv } from '#tab/cohorts/csvFile.ts'
import { importWords } from '#tab/importLabels.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  drop: {
    marginTop: '24px',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusXLarge,
    padding: '32px 24px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    maxWidth: '720px',
    boxSizing: 'border-box',
    [phone]: { padding: '24px 16px' },
  },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `1px dashed ${tokens.colorCompoundBrandStroke}` },
  icon: { fontSize: '40px', lineHeight: 0, color: tokens.colorNeutralForeground3, marginLeft: '-4px' },
  heading: { ...typographyStyles.subtitle1, margin: 0 },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0 },
  button: { marginTop: tokens.spacingVerticalS, [phone]: { minHeight: '44px', width: '100%' } },
  bar: { marginTop: '16px', maxWidth: '720px' },
  below: { ...typographyStyles.body1, marginTop: '16px' },
})

type ChooseStepProps = { fault: string | undefined; reading: string | undefined; choose: (file: File) => void }

/** Step 1: a file, dropped or picked. What cannot be read is said before it is sent. */
export function ChooseStep({ fault, reading, choose }: ChooseStepProps) {
  const styles = useStyles()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) choose(file)
  }
  return (
    <>
      {fault !== undefined && (
        <MessageBar intent="error" layout="multiline" className={styles.bar}>
          <MessageBarBody>{fault}</MessageBarBody>
        </MessageBar>
      )}
      <div
        className={mergeClasses(styles.drop, isOver && styles.over)}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <div className={styles.icon}>
          <DocumentArrowUpRegular />
        </div>
        <h2 className={styles.heading}>{importWords.drop}</h2>
        <p className={styles.words}>{importWords.limits}</p>
        <p className={styles.words}>{importWords.columns}</p>
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          hidden
          aria-label="Spreadsheet"
          onChange={event => {
            const file = event.target.files?.[0]
            // The same file may be chosen again once it has been put right.
            event.target.value = ''
            if (file) choose(file)
          }}
        />
        {reading === undefined ? (
          <Button appearance="primary" className={styles.button} onClick={() => input.current?.click()}>
            Choose a file
          </Button>
        ) : (
          <Spinner size="small" label={`Reading ${reading}`} />
        )}
      </div>
      <p className={styles.below}>
        <Link as="button" onClick={() => saveCsv('register.csv', [columns])}>
          Get an empty sheet with all the columns (CSV)
        </Link>
      </p>
    </>
  )
}
