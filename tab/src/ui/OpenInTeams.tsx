import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useEffect } from 'react'

const useStyles = makeStyles({
  page: { padding: '20px 24px 48px', maxWidth: '640px' },
  heading: { ...typographyStyles.title3, margin: `0 0 ${tokens.spacingVerticalS}` },
  words: { ...typographyStyles.body1, margin: `0 0 ${tokens.spacingVerticalL}` },
})

/** Outside Teams nobody is signed in, so there is nothing to show. */
export function OpenInTeams({ silent }: { silent: boolean }) {
  const styles = useStyles()
  useEffect(() => {
    document.title = 'Catalyst Casebook'
  }, [])
  return (
    <main className={styles.page}>
      <h1 className={styles.heading}>{silent ? 'Teams did not answer' : 'Open this in Teams'}</h1>
      <p className={styles.words}>
        {silent
          ? 'We waited eight seconds. Try again, or close the tab in Teams and open it once more.'
          : 'Catalyst Casebook is a tab in Microsoft Teams. Teams tells us who you are, so it opens only there. In Teams, choose Apps, then Catalyst Casebook.'}
      </p>
      {silent && (
        <Button appearance="primary" onClick={() => window.location.reload()}>
          Try again
        </Button>
      )}
    </main>
  )
}
