import { useRef } from 'react'
import type { FunnelData } from '#domain/funnelMarks.ts'
import { funnelPicture } from '#domain/funnelMarks.ts'
import { PictureView } from '#tab/charts/PictureView.tsx'
import { useElementWidth } from '#tab/charts/useElementWidth.ts'

const labelSize = 12

/** The funnel's bars, as wide as there is room. */
export default function FunnelChart({ data, title, description }: { data: FunnelData; title: string; description: string }) {
  const room = useRef<HTMLDivElement>(null)
  const width = useElementWidth(room)
  return (
    <div ref={room}>
      {width !== undefined && (
        <PictureView picture={funnelPicture(data, { width, f: labelSize })} title={title} description={description} />
      )}
    </div>
  )
}
