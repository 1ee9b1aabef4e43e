import { useRef } from 'react'
import type { Frame, Picture } from '#domain/marks.ts'
import { PictureView } from '#tab/charts/PictureView.tsx'
import { useElementWidth } from '#tab/charts/useElementWidth.ts'

const labelSize = 12

type MarksChartProps = { pictureIn: (frame: Frame) => Picture; title: string; description: string }

/** A picture without readings, as wide as there is room. */
export function MarksChart({ pictureIn, title, description }: MarksChartProps) {
  const room = useRef<HTMLDivElement>(null)
  const width = useElementWidth(room)
  return (
    <div ref={room}>
      {width !== undefined && <PictureView picture={pictureIn({ width, f: labelSize })} title={title} description={description} />}
    </div>
  )
}
