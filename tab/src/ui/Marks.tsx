import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Mark } from '#domain/wireSchemas.ts'

const useStyles = makeStyles({
  mark: { display: 'block', flexShrink: 0 },
  done: { color: tokens.colorPaletteGreenForeground1 },
  'in-progress': { color: tokens.colorBrandForeground1 },
  'not-needed': { color: tokens.colorNeutralForeground3 },
  'to-do': { color: tokens.colorNeutralStrokeAccessible },
})

// A 16 unit box. The check is cut in the colour of the page, so that it shows in every theme.
const drawings = {
  done: (
    <>
      <circle cx="8" cy="8" r="7.25" fill="currentColor" />
      <path
        d="M4.7 8.3 7 10.5l4.3-4.7"
        fill="none"
        stroke={tokens.colorNeutralBackground1}
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'in-progress': (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 1.5a6.5 6.5 0 0 0 0 13z" fill="currentColor" />
    </>
  ),
  'not-needed': (
    <>
      <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" strokeWidth="1" strokeDasharray="2 2.24" />
      <path d="M5 8h6" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  'to-do': <circle cx="8" cy="8" r="6.75" fill="none" stroke="currentColor" strokeWidth="1.25" />,
} satisfies Record<Mark, ReactNode>

type MarkProps = {
  state: Mark
  size: number
  /** Its sentence, shown when the pointer rests on it. */
  title?: string
}

/** One of the five marks: disc with check, half-filled ring, dashed ring with bar, empty ring. Legible without colour. */
export function MarkSign({ state, size, title }: MarkProps) {
  const styles = useStyles()
  return (
    <svg className={mergeClasses(styles.mark, styles[state])} width={size} height={size} viewBox="0 0 16 16" aria-hidden focusable={false}>
      {title && <title>{title}</title>}
      {drawings[state]}
    </svg>
  )
}
