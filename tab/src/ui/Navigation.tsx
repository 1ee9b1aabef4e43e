import { makeStyles, mergeClasses, tokens, Tooltip, typographyStyles } from '@fluentui/react-components'
import {
  BuildingShopFilled,
  BuildingShopRegular,
  CalendarTodayFilled,
  CalendarTodayRegular,
  DataTrendingFilled,
  DataTrendingRegular,
  SavingsFilled,
  SavingsRegular,
  SettingsFilled,
  SettingsRegular,
  WalletFilled,
  WalletRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import { NavLink, useLocation } from 'react-router'
import type { Permission } from '#domain/permissions.ts'
import { isForTheWall, isTaskPage, routes } from '#tab/routes.ts'
import { useSession } from '#tab/ui/session.ts'
import { desk, phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    height: '100dvh',
    boxSizing: 'border-box',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '4px',
    padding: '12px 0',
    backgroundColor: tokens.colorNeutralBackground4,
    borderRight: `1px solid ${tokens.colorTransparentStroke}`,
    [desk]: { alignItems: 'stretch', padding: '12px 4px', gap: '2px' },
    [phone]: {
      position: 'fixed',
      zIndex: 10,
      top: 'auto',
      bottom: 0,
      left: 0,
      right: 0,
      height: '56px',
      padding: 0,
      gap: 0,
      flexDirection: 'row',
      alignItems: 'stretch',
      backgroundColor: tokens.colorNeutralBackground1,
      borderRight: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      paddingBottom: 'env(safe-area-inset-bottom)',
    },
  },
  item: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '40px',
    height: '40px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ...typographyStyles.body1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground4Hover, color: tokens.colorNeutralForeground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    [desk]: { width: 'auto', justifyContent: 'flex-start', gap: '16px', paddingLeft: '16px' },
    // As wide as its word, and a share of the rest: six words stand apart at 320 px.
    [phone]: {
      flex: '1 1 auto',
      width: 'auto',
      height: '100%',
      flexDirection: 'column',
      gap: '2px',
      borderRadius: 0,
      ...typographyStyles.caption1,
    },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '& svg': { color: tokens.colorNeutralForeground1 },
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-4px',
      top: '10px',
      bottom: '10px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
    [desk]: { '::before': { left: 0 } },
    [phone]: {
      color: tokens.colorBrandForeground1,
      fontWeight: tokens.fontWeightSemibold,
      '& svg': { color: tokens.colorBrandForeground1 },
      '::before': { left: 0, right: 0, top: '-1px', bottom: 'auto', width: 'auto', height: '2px', borderRadius: 0 },
    },
  },
})

type Place = { to: string; label: string; needs: Permission; icon: ReactElement; chosenIcon: ReactElement }

const places: readonly Place[] = [
  {
    to: routes.today,
    label: 'Today',
    needs: 'cases.read',
    icon: <CalendarTodayRegular fontSize={20} />,
    chosenIcon: <CalendarTodayFilled fontSize={20} />,
  },
  {
    to: routes.enterprises,
    label: 'Enterprises',
    needs: 'cases.read',
    icon: <BuildingShopRegular fontSize={20} />,
    chosenIcon: <BuildingShopFilled fontSize={20} />,
  },
  {
    to: routes.cohorts,
    label: 'Cohorts',
    needs: 'cohort.read',
    icon: <DataTrendingRegular fontSize={20} />,
    chosenIcon: <DataTrendingFilled fontSize={20} />,
  },
  {
    to: routes.fund,
    label: 'Fund',
    needs: 'pots.read',
    icon: <WalletRegular fontSize={20} />,
    chosenIcon: <WalletFilled fontSize={20} />,
  },
  {
    to: routes.savings,
    label: 'Savings',
    needs: 'savings.read',
    icon: <SavingsRegular fontSize={20} />,
    chosenIcon: <SavingsFilled fontSize={20} />,
  },
  {
    to: routes.settings,
    label: 'Settings',
    needs: 'settings.read',
    icon: <SettingsRegular fontSize={20} />,
    chosenIcon: <SettingsFilled fontSize={20} />,
  },
]

/** The pages there are, for those who may open them: in words on a desk, as icons beside a narrow page, at the bottom of a phone. */
export function Navigation() {
  const styles = useStyles()
  const { may } = useSession()
  const open = places.filter(({ needs }) => may(needs))
  const { pathname } = useLocation()
  const width = useWidth()
  if (open.length === 0 || isForTheWall(pathname) || (width === 'phone' && isTaskPage(pathname))) return null
  return (
    <nav className={styles.bar} aria-label="Pages">
      {open.map(place => (
        <Item key={place.to} {...place} />
      ))}
    </nav>
  )
}

function Item({ to, label, icon, chosenIcon }: Place) {
  const styles = useStyles()
  const width = useWidth()
  const link = (
    <NavLink to={to} className={({ isActive }) => mergeClasses(styles.item, isActive && styles.chosen)}>
      {({ isActive }) => (
        <>
          {isActive ? chosenIcon : icon}
          {width !== 'rail' && <span>{label}</span>}
        </>
      )}
    </NavLink>
  )
  if (width !== 'rail') return link
  return (
    <Tooltip content={label} relationship="label" positioning="after">
      {link}
    </Tooltip>
  )
}
