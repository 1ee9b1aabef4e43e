import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { londonDay } from '#domain/plainDate.ts'
import { changeWords } from '#tab/settings/changeWords.ts'
import type { Version } from '#tab/settings/view.ts'
import { useSettingsView } from '#tab/settings/view.ts'
import { sayDay } from '#tab/ui/say.ts'
import { useSession } from '#tab/ui/session.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  entry: {
    ...typographyStyles.body1,
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
})

/** Who saved it, as far as the reader may know. */
function useWriter(): (version: Version) => string {
  const { me } = useSession()
  return ({ recordedBy }) => {
    if (recordedBy === null) return 'someone'
    return recordedBy.oid === me.oid ? 'you' : (recordedBy.label ?? 'an administrator')
  }
}

/** Every change, newest first: who made it, what it was, and from which day it counts. */
export function History() {
  const styles = useStyles()
  const { history } = useSettingsView()
  const writer = useWriter()
  const newestFirst = [...history].reverse()
  return (
    <ul className={styles.list}>
      {newestFirst.map(version => (
        <li key={version.version} className={styles.entry}>
          On {sayDay(londonDay(version.recordedAt))} {writer(version)}{' '}
          {version.version === 1
            ? 'made the programme.'
            : `changed: ${changeWords(version.changes, version).join('; ')}. It counts from ${version.effectiveFrom ? sayDay(version.effectiveFrom) : 'the beginning'}.`}
        </li>
      ))}
    </ul>
  )
}
