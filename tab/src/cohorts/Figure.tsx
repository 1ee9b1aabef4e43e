import { makeStyles, mergeClasses, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components'
import { TableRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { tableLabel } from '#tab/figureLabels.ts'
import { desk, phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  figure: { margin: 0, padding: `${tokens.spacingVerticalL} 0`, minWidth: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  left: { [desk]: { gridColumn: '1', paddingRight: '24px' } },
  right: { [desk]: { gridColumn: '2', paddingLeft: '24px', borderLeft: `1px solid ${tokens.colorNeutralStroke2}` } },
  whole: { [desk]: { gridColumn: '1 / -1' } },
  folded: { borderTop: 0, paddingTop: 0 },
  tall: { [desk]: { gridRow: 'span 2' } },
  head: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalM, alignItems: 'start' },
  title: { ...typographyStyles.subtitle2, margin: 0, textWrap: 'balance', maxWidth: '64ch' },
  toggle: { marginTop: '-4px', minWidth: 0 },
  count: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXS} 0 0`, maxWidth: '68ch' },
  n: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}`,
    maxWidth: '90ch',
  },
  both: { [desk]: { display: 'grid', gridTemplateColumns: 'minmax(0, 7fr) minmax(0, 5fr)', columnGap: '32px', alignItems: 'start' } },
  words: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalL} 0 0`, maxWidth: '68ch' },
  note: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: `${tokens.spacingVerticalS} 0 0`, maxWidth: '90ch' },
  links: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '20px',
    rowGap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalM,
    alignItems: 'center',
  },
})

type FigureProps = {
  /** The finding. */
  title: string
  /** Where it stands from 900 px; with its table shown, a figure takes the whole row. */
  side: 'left' | 'right'
  /** As high as the two figures beside it. */
  tall?: boolean
  /** Stands in a fold, under its heading. */
  inFold?: boolean
  count?: ReactNode
  /** How many, and what the marks mean. */
  n?: ReactNode
  /** The picture, or a table where the table is the figure. */
  children: ReactNode
  /** The same numbers as a table, where the figure is a picture. */
  table?: { shown: boolean; toggle: () => void; content: ReactNode }
  /** A table that always stands beside the picture, for its counts open lists. */
  beside?: ReactNode
  words?: ReactNode
  note?: ReactNode
  links?: ReactNode
}

/** One figure: the finding, how many, the picture, what it says, how it is counted, and the list behind it. */
export function Figure({ title, side, tall = false, inFold = false, count, n, children, table, beside, words, note, links }: FigureProps) {
  const styles = useStyles()
  const id = useId()
  const shown = table?.shown === true
  const Title = inFold ? 'h3' : 'h2'
  return (
    <figure
      className={mergeClasses(styles.figure, inFold ? styles.folded : styles[shown ? 'whole' : side], tall && !shown && styles.tall)}
      aria-labelledby={id}
    >
      <div className={styles.head}>
        <Title id={id} className={styles.title}>
          {title}
        </Title>
        {table && (
          <ToggleButton
            className={styles.toggle}
            appearance="subtle"
            size="small"
            icon={<TableRegular fontSize={20} />}
            checked={shown}
            onClick={table.toggle}
          >
            {tableLabel}
          </ToggleButton>
        )}
      </div>
      {count && <p className={styles.count}>{count}</p>}
      {n && <p className={styles.n}>{n}</p>}
      <div className={mergeClasses((shown || beside !== undefined) && styles.both)}>
        <div>{children}</div>
        {shown && table.content}
        {beside}
      </div>
      {words && <p className={styles.words}>{words}</p>}
      {note && <p className={styles.note}>{note}</p>}
      {links && <div className={styles.links}>{links}</div>}
    </figure>
  )
}

const useTableStyles = makeStyles({
  table: { ...typographyStyles.body1, width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  caption: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    textAlign: 'left',
    paddingBottom: tokens.spacingVerticalS,
  },
  head: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    textAlign: 'right',
    verticalAlign: 'bottom',
    padding: '6px 0 6px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    [phone]: { paddingLeft: '4px', hyphens: 'manual' },
    ':first-child': { textAlign: 'left', paddingLeft: 0 },
  },
  many: { [phone]: { ...typographyStyles.caption1 } },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  strong: { fontWeight: tokens.fontWeightSemibold },
  name: { textAlign: 'left', fontWeight: 'inherit', padding: '6px 0' },
  // Numbers stay whole; on a phone six columns need every pixel.
  cell: {
    textAlign: 'right',
    padding: '6px 0 6px 12px',
    verticalAlign: 'baseline',
    whiteSpace: 'nowrap',
    [phone]: { whiteSpace: 'normal', paddingLeft: '4px' },
  },
  asText: { textAlign: 'left' },
  wrapped: { whiteSpace: 'normal' },
  silent: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

/** A row of numbers: its name first. */
export type NumberRow = { key: string; cells: readonly ReactNode[]; strong?: boolean }

type NumberTableProps = {
  caption: string
  heads: readonly string[]
  rows: readonly NumberRow[]
  /** The cells are words and not numbers. */
  ofText?: boolean
  /** The title above says the same. */
  hideCaption?: boolean
  /** The cells are long, and may go on in another line. */
  mayWrap?: boolean
}

/** A small table of numbers with names in its first column. */
export function NumberTable({ caption, heads, rows, ofText = false, hideCaption = false, mayWrap = false }: NumberTableProps) {
  const styles = useTableStyles()
  return (
    <table className={mergeClasses(styles.table, heads.length > 4 && styles.many)}>
      <caption className={hideCaption ? styles.silent : styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col" className={mergeClasses(styles.head, ofText && styles.asText)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells], strong }) => (
          <tr key={key} className={mergeClasses(styles.row, strong && styles.strong)}>
            <th scope="row" className={styles.name}>
              {name}
            </th>
            {cells.map((cell, place) => (
              <td key={place} className={mergeClasses(styles.cell, ofText && styles.asText, mayWrap && styles.wrapped)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
