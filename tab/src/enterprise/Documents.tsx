import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { OpenRegular } from '@fluentui/react-icons'
import { documentIn } from '#domain/documents.ts'
import { documentLabels } from '#tab/besideLabels.ts'
import { useAboutStyles } from '#tab/enterprise/aboutStyles.ts'
import type { Correction } from '#tab/enterprise/CorrectDialog.tsx'
import type { Happened, Line } from '#tab/enterprise/timeline.ts'
import { timelineOf } from '#tab/enterprise/timeline.ts'
import { useTimeline } from '#tab/enterprise/useEnterprise.ts'
import { sayDay } from '#tab/ui/say.ts'

const useStyles = makeStyles({
  heading: { ...typographyStyles.subtitle2, margin: '0 0 4px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: '12px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ...typographyStyles.body1,
  },
  title: { flex: '1 1 160px', minWidth: 0, overflowWrap: 'anywhere' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  icon: { marginLeft: '4px', verticalAlign: 'text-bottom' },
})

/** The title of a document as a link that opens by itself: the record stays where it is, and tells the other page nothing. */
export function DocumentLink({ words }: { words: string | null }) {
  const styles = useStyles()
  const about = useAboutStyles()
  const document = documentIn(words)
  if (!document) return words
  return (
    <Link href={document.link} target="_blank" rel="noopener noreferrer" className={about.link}>
      {document.title}
      <OpenRegular fontSize={16} className={styles.icon} aria-label="opens in a new window" />
    </Link>
  )
}

type LinkedLine = Line & { happened: Extract<Happened, { kind: 'document-linked' }> }
const isLinked = (line: Line): line is LinkedLine => line.happened.kind === 'document-linked' && line.takenBack === undefined

type DocumentsProps = {
  id: string
  /** Opens the form for one more; left out for those who may not record. */
  add: (() => void) | undefined
  correct: ((correction: Correction) => void) | undefined
}

/** Documents, as links into the team's own SharePoint. What they are called is for those who may read notes. */
export function Documents({ id, add, correct }: DocumentsProps) {
  const styles = useStyles()
  const about = useAboutStyles()
  const { data } = useTimeline(id)
  const lines = timelineOf(data?.entries ?? []).filter(isLinked)
  if (lines.length === 0 && !add) return null
  return (
    <section aria-labelledby="documents">
      <div className={about.head}>
        <h2 id="documents" className={styles.heading}>
          Documents
        </h2>
        {add && (
          <Link as="button" type="button" className={about.link} onClick={add}>
            Add a document
          </Link>
        )}
      </div>
      {lines.length === 0 && <p className={about.words}>No documents yet. They stay in your SharePoint; here is a link to each.</p>}
      <ul className={styles.list}>
        {lines.map(line => (
          <DocumentLine key={line.root} line={line} correct={correct} />
        ))}
      </ul>
    </section>
  )
}

function DocumentLine({ line, correct }: { line: LinkedLine; correct: DocumentsProps['correct'] }) {
  const styles = useStyles()
  const about = useAboutStyles()
  const title = documentIn(line.text)?.title ?? line.text
  return (
    <li className={styles.item}>
      <span className={styles.title}>
        {line.text === null ? 'Its name is not shown here' : <DocumentLink words={line.text} />}
        <span className={styles.small}>
          {documentLabels[line.happened.data.document]}, {sayDay(line.day)}
        </span>
      </span>
      {correct && (
        <Link
          as="button"
          type="button"
          className={about.link}
          aria-label={`Take back: ${title ?? 'this document'}`}
          onClick={() => correct({ what: 'take-back', line })}
        >
          Take back
        </Link>
      )}
    </li>
  )
}
