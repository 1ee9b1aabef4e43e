import { makeStyles } from '@fluentui/react-components'
import { Bone } from '#tab/ui/Bone.tsx'

const useStyles = makeStyles({ parts: { display: 'grid', gap: '32px', maxWidth: '760px' }, part: { display: 'grid', gap: '16px' } })

/** The shape of the page while the settings are on their way. */
export function SettingsSkeleton() {
  const styles = useStyles()
  return (
    <div className={styles.parts}>
      {['120px', '200px', '80px'].map(width => (
        <div key={width} className={styles.part}>
          <Bone width={width} />
          <Bone shape="box" />
          <Bone shape="box" />
        </div>
      ))}
    </div>
  )
}
