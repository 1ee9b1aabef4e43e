import { useRef } from 'react'
import type { ShareRow } from '#domain/fundMarks.ts'
import { sharePicture } from '#domain/fundMarks.ts'
import { PictureView } from '#tab/charts/PictureView.tsx'
import { useElementWidth } from '#tab/charts/useElementWidth.ts'

const labelSize = 12

/** What a fund's money went to, as bars as wide as there is room. */
export default function ShareChart({ rows, title, description }: { rows: readonly ShareRow[]; title: string; description: string }) {
  const room = useRef<HTMLDivElement>(null)
  const width = useElementWidth(room)
  return (
    <div ref={room}>
      {width !== undefined && <PictureView picture={sharePicture(rows, { width, f: labelSize })} title={title} description={description} />}
    </div>
  )
}
