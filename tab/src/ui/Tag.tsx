import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkCircleFilled, ClockRegular, ErrorCircleFilled, PauseCircleFilled, WarningFilled } from '@fluentui/react-icons'
import type { ReactElement } from 'react'

const useStyles = makeStyles({
  tag: {
    ...typographyStyles.caption1,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    padding: '1px 7px 1px 5px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    whiteSpace: 'nowrap',
  },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorPaletteRedForeground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground2,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  done: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorPaletteGreenForeground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  going: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  paused: {
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  plain: {
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: '7px',
  },
})

export type TagTone = 'danger' | 'warning' | 'done' | 'going' | 'paused' | 'plain'

const icons = {
  danger: <ErrorCircleFilled fontSize={14} />,
  warning: <WarningFilled fontSize={14} />,
  done: <CheckmarkCircleFilled fontSize={14} />,
  going: <ClockRegular fontSize={14} />,
  paused: <PauseCircleFilled fontSize={14} />,
  plain: undefined,
} satisfies Record<TagTone, ReactElement | undefined>

/** A short word in a box: an icon, a tint and a line, so that it holds without colour. At most eighteen characters. */
export function Tag({ tone, children }: { tone: TagTone; children: string }) {
  const styles = useStyles()
  return (
    <span className={mergeClasses(styles.tag, styles[tone])}>
      {icons[tone]}
      {children}
    </span>
  )
}
