import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { Link } from 'react-router'
import { routes } from '#tab/routes.ts'

const useStyles = makeStyles({
  link: {
    ...typographyStyles.body1,
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    // 24 px high, so that a finger finds it.
    display: 'inline-block',
    padding: '2px 0',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  reference: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
})

/** An enterprise in a list, by its name where the reader may see it, and by its reference. */
export function EnterpriseLink({ id, reference, name, below }: { id: string; reference: string; name: string | null; below?: string }) {
  const styles = useStyles()
  return (
    <>
      <Link className={styles.link} to={routes.enterprise(id)}>
        {name ?? reference}
      </Link>
      {(name !== null || below !== undefined) && <span className={styles.reference}>{below ?? reference}</span>}
    </>
  )
}
