import { useRef } from 'react'
import type { Frame, Picture } from '#domain/marks.ts'
import { useLabelSize } from '#tab/charts/labelSize.ts'
import { PictureView } from '#tab/charts/PictureView.tsx'
import { useElementWidth } from '#tab/charts/useElementWidth.ts'

type MarksChartProps = { pictureIn: (frame: Frame) => Picture; title: string; description: string }

/** A picture without readings, as wide as there is room. */
export function MarksChart({ pictureIn, title, description }: MarksChartProps) {
  const room = useRef<HTMLDivElement>(null)
  const width = useElementWidth(room)
  const f = useLabelSize()
  return (
    <div ref={room}>{width !== undefined && <PictureView picture={pictureIn({ width, f })} title={title} description={description} />}</div>
  )
}
