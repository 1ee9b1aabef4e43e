import { mergeClasses } from '@fluentui/react-components'
import type { SVGAttributes } from 'react'
import { useId } from 'react'
import type { Ink, Mark, Picture } from '#domain/marks.ts'
import type { ChartTheme } from '#tab/charts/chartTheme.ts'
import { hasPatterns, useChartColours, useChartTheme } from '#tab/charts/chartTheme.ts'

type Patterns = { band: string; notKnown: string; askedFor: string; second: string }

type Paint = Pick<SVGAttributes<SVGElement>, 'fill' | 'fillOpacity' | 'stroke' | 'strokeOpacity' | 'strokeDasharray' | 'strokeLinecap'>

const series = 'var(--chart-1)'
const axis = 'var(--chart-axis)'
const page = 'var(--chart-page)'

/** Colour, pattern and dashes of what a mark stands for. */
function paintOf(ink: Ink, f: number, theme: ChartTheme, patterns: Patterns): Paint {
  const none = { fill: 'none' }
  switch (ink) {
    case 'axis':
      return { ...none, stroke: axis }
    case 'grid':
      return { ...none, stroke: 'var(--chart-grid)' }
    case 'curve':
    case 'censored':
      return { ...none, stroke: series }
    case 'band':
      return hasPatterns(theme)
        ? { fill: patterns.band, stroke: series }
        : { fill: series, fillOpacity: 'var(--chart-tint)', stroke: series, strokeOpacity: 0.6 }
    case 'edge-case':
      return { ...none, stroke: 'var(--chart-text-2)', strokeDasharray: `${0.12 * f} ${0.28 * f}`, strokeLinecap: 'round' }
    case 'day':
      return { ...none, stroke: axis, strokeDasharray: '1.5 2.5' }
    case 'chosen-day':
      return { ...none, stroke: 'var(--chart-text-1)' }
    case 'reading':
      return { fill: page, stroke: series }
    case 'bar':
      return { fill: series, stroke: 'none' }
    case 'second-bar':
      return { fill: hasPatterns(theme) ? patterns.second : 'var(--chart-2)', stroke: 'none' }
    case 'this-one':
      return { fill: 'var(--chart-text-1)', stroke: page }
    case 'own-number':
      return { fill: page, stroke: axis }
    case 'not-known':
      return { fill: patterns.notKnown, stroke: 'none' }
    case 'asked-for':
      return { fill: patterns.askedFor, stroke: axis }
  }
}

type MarkViewProps = { mark: Mark; f: number; theme: ChartTheme; patterns: Patterns }

function MarkView({ mark, f, theme, patterns }: MarkViewProps) {
  if (mark.mark === 'text') {
    const halo = mark.halo ? { stroke: page, strokeWidth: 0.3 * mark.size, strokeLinejoin: 'round' as const, paintOrder: 'stroke' } : {}
    return (
      <text
        x={mark.x}
        y={mark.y}
        fontSize={mark.size}
        fontWeight={mark.strong ? 600 : 400}
        textAnchor={mark.anchor}
        fill={`var(--chart-text-${mark.tone})`}
        {...halo}
      >
        {mark.lead !== undefined && <tspan fontWeight={600}>{mark.lead}</tspan>}
        {mark.text}
      </text>
    )
  }
  const paint = paintOf(mark.ink, f, theme, patterns)
  switch (mark.mark) {
    case 'path':
      return <path d={mark.d} strokeWidth={mark.thick} {...paint} />
    case 'line':
      return <line x1={mark.x1} y1={mark.y1} x2={mark.x2} y2={mark.y2} strokeWidth={mark.thick} {...paint} />
    case 'rect':
      return <rect x={mark.x} y={mark.y} width={mark.width} height={mark.height} {...paint} />
    case 'circle':
      return <circle cx={mark.cx} cy={mark.cy} r={mark.r} strokeWidth={mark.thick} {...paint} {...(mark.open ? {} : { fill: series })} />
  }
}

type PictureViewProps = {
  picture: Picture
  /** The figure's title and one sentence with the end points, for those who cannot see it; none where words beside it say the same. */
  title?: string
  description?: string
  /** More marks, over the others. */
  over?: readonly Mark[]
}

/** Draws a picture's marks in the colours of the theme. It decides nothing about where anything stands. */
export function PictureView({ picture, title, description, over = [] }: PictureViewProps) {
  const colours = useChartColours()
  const theme = useChartTheme()
  const id = useId()
  const { width, height, f, marks } = picture
  const fillOf = (name: string): string => `url(#${id}${name})`
  const patterns = { band: fillOf('band'), notKnown: fillOf('not-known'), askedFor: fillOf('asked-for'), second: fillOf('second') }
  return (
    <svg
      className={mergeClasses(colours[theme], theme === 'forced' ? colours.system : colours.seen)}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      {...(title === undefined
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-labelledby': `${id}title`, 'aria-describedby': `${id}description` })}
      style={{ display: 'block', fontFamily: 'inherit', forcedColorAdjust: 'none' }}
    >
      {title !== undefined && <title id={`${id}title`}>{title}</title>}
      {title !== undefined && <desc id={`${id}description`}>{description}</desc>}
      <defs>
        <Hatch id={`${id}band`} size={0.75 * f} turn={-45} ink={series} share={0.1} opacity={1} />
        <Hatch id={`${id}not-known`} size={0.5 * f} turn={45} ink={axis} share={0.22} opacity={hasPatterns(theme) ? 0.6 : 0.3} />
        <Hatch id={`${id}asked-for`} size={0.5 * f} turn={45} ink={axis} share={0.22} opacity={0.6} />
        <Hatch id={`${id}second`} size={0.5 * f} turn={45} ink="var(--chart-2)" share={0.45} opacity={1} />
      </defs>
      {[...marks, ...over].map((mark, index) => (
        <MarkView key={index} mark={mark} f={f} theme={theme} patterns={patterns} />
      ))}
    </svg>
  )
}

type HatchProps = { id: string; size: number; turn: number; ink: string; share: number; opacity: number }

function Hatch({ id, size, turn, ink, share, opacity }: HatchProps) {
  return (
    <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform={`rotate(${turn})`}>
      <rect width={size * share} height={size} fill={ink} fillOpacity={opacity} />
    </pattern>
  )
}
