import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { Fragment } from 'react'

const useStyles = makeStyles({
  line: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  part: { whiteSpace: 'nowrap' },
})

/** "0147 · Glastonbury · CIC": it breaks between its parts and never inside one. */
export function DetailLine({ parts }: { parts: readonly string[] }) {
  const styles = useStyles()
  return (
    <div className={styles.line}>
      {parts.map((part, place) => (
        <Fragment key={part}>
          {place > 0 && ' · '}
          <span className={styles.part}>{part}</span>
        </Fragment>
      ))}
    </div>
  )
}
