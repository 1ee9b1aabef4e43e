import { makeStyles, Tab, TabList, tokens, typographyStyles } from '@fluentui/react-components'
import type { Today } from '#domain/todaySchemas.ts'
import { todayWords } from '#tab/todayLabels.ts'

const useStyles = makeStyles({
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, flexWrap: 'wrap' },
  count: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, marginLeft: '4px' },
})

type WhoseTabsProps = { whose: 'mine' | 'everyone'; choose: (whose: 'mine' | 'everyone') => void; counts: Today['counts'] | undefined }

/** A lead's choice: what waits for her, or for everyone. */
export default function WhoseTabs({ whose, choose, counts }: WhoseTabsProps) {
  const styles = useStyles()
  return (
    <TabList
      className={styles.tabs}
      selectedValue={whose}
      onTabSelect={(_, { value }) => choose(value === 'everyone' ? 'everyone' : 'mine')}
    >
      {(['mine', 'everyone'] as const).map(each => (
        <Tab key={each} value={each}>
          {todayWords[each]}
          {counts && <span className={styles.count}>{counts[each]}</span>}
        </Tab>
      ))}
    </TabList>
  )
}
