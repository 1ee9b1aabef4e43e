import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  bone: {
    backgroundColor: tokens.colorNeutralStencil1,
    borderRadius: tokens.borderRadiusMedium,
    '@media (forced-colors: active)': { border: '1px solid GrayText' },
  },
  line: { height: '16px' },
  small: { height: '12px' },
  box: { height: '32px' },
  mark: { width: '16px', height: '16px', borderRadius: '50%' },
  milestone: { width: '24px', height: '24px', borderRadius: '50%' },
})

/** A grey shape where something will stand, as high as the thing itself. It does not move. */
export function Bone({ shape = 'line', width = '100%' }: { shape?: 'line' | 'small' | 'box' | 'mark' | 'milestone'; width?: string }) {
  const styles = useStyles()
  const round = shape === 'mark' || shape === 'milestone'
  return <div className={mergeClasses(styles.bone, styles[shape])} style={round ? undefined : { width, maxWidth: '100%' }} />
}
