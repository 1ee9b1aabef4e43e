import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { Link, useNavigationType } from 'react-router'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { useListMemory } from '#tab/enterprises/listMemory.ts'
import { titleOf } from '#tab/enterprises/rowWords.ts'
import { routes } from '#tab/routes.ts'

const useStyles = makeStyles({
  link: {
    ...typographyStyles.body1Strong,
    display: 'inline-block',
    padding: '2px 0',
    margin: '-2px 0',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline', color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  // The whole item is the target on a phone.
  whole: {
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible': { outline: 'none', '::after': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' } },
  },
})

/** The name, as the way in. Coming back from an enterprise, the focus returns to its row. */
export function RowLink({ row, whole }: { row: CaseRow; whole?: boolean }) {
  const styles = useStyles()
  const memory = useListMemory()
  const type = useNavigationType()
  const link = useRef<HTMLAnchorElement>(null)
  const returning = type === 'POP' && memory.opened === row.id
  useEffect(() => {
    if (!returning) return
    link.current?.focus({ preventScroll: true })
    memory.opened = undefined
  }, [returning, memory])
  const remember = (): void => {
    memory.opened = row.id
  }
  return (
    <Link ref={link} to={routes.enterprise(row.id)} onClick={remember} className={mergeClasses(styles.link, whole && styles.whole)}>
      {titleOf(row)}
    </Link>
  )
}
