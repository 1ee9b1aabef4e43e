import { makeStyles, teamsHighContrastTheme, teamsLightTheme, tokens } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'

/** The host's theme as charts need to know it; `forced` where the person's own system colours stand over all. */
export type ChartTheme = 'light' | 'dark' | 'contrast' | 'forced'

/** Where a tone or a pattern tells more than a tint does. */
export const hasPatterns = (theme: ChartTheme): boolean => theme === 'contrast' || theme === 'forced'

/** The one place of chart colours: names that every chart uses, in each theme. */
export const useChartColours = makeStyles({
  light: { '--chart-1': '#12436D', '--chart-2': '#28A197', '--chart-axis': '#616161', '--chart-grid': '#E0E0E0', '--chart-tint': '0.15' },
  dark: { '--chart-1': '#B3DAFF', '--chart-2': '#1A8379', '--chart-axis': '#ADADAD', '--chart-grid': '#525252', '--chart-tint': '0.2' },
  contrast: { '--chart-1': '#FFFFFF', '--chart-2': '#1AEBFF', '--chart-axis': '#FFFFFF', '--chart-grid': '#6B6B6B', '--chart-tint': '0' },
  forced: {
    '--chart-1': 'CanvasText',
    '--chart-2': 'LinkText',
    '--chart-axis': 'CanvasText',
    '--chart-grid': 'GrayText',
    '--chart-tint': '0',
  },
  seen: {
    '--chart-text-1': tokens.colorNeutralForeground1,
    '--chart-text-2': tokens.colorNeutralForeground2,
    '--chart-text-3': tokens.colorNeutralForeground3,
    '--chart-page': tokens.colorNeutralBackground1,
  },
  system: { '--chart-text-1': 'CanvasText', '--chart-text-2': 'CanvasText', '--chart-text-3': 'CanvasText', '--chart-page': 'Canvas' },
})

const forcedColours = (): MediaQueryList => window.matchMedia('(forced-colors: active)')

function watchForced(changed: () => void): () => void {
  const query = forcedColours()
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

function themeOfPage(background: string): Exclude<ChartTheme, 'forced'> {
  const page = background.trim().toLowerCase()
  if (page === teamsHighContrastTheme.colorNeutralBackground1) return 'contrast'
  return page === teamsLightTheme.colorNeutralBackground1 || page === '' ? 'light' : 'dark'
}

function themeNow(): ChartTheme {
  if (forcedColours().matches) return 'forced'
  const provider = document.querySelector('.fui-FluentProvider')
  return themeOfPage(provider ? getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1') : '')
}

/** Reads the theme off the page itself, each time a chart is drawn: a change of the host's theme draws everything anew. */
export const useChartTheme = (): ChartTheme => useSyncExternalStore(watchForced, () => themeNow())
