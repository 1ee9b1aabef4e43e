import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useEffect, useState } from 'react'

const useStyles = makeStyles({
  waiting: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, padding: '24px', minHeight: '20px' },
})

/** Before there is a page to draw. Nothing for the first 300 ms: what comes fast should not flicker. */
export function Waiting() {
  const styles = useStyles()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={styles.waiting} role="status" aria-busy>
      {slow && 'Loading the casebook'}
    </div>
  )
}
