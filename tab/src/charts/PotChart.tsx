import type { ReactNode } from 'react'
import { useRef } from 'react'
import type { PotData } from '#domain/fundMarks.ts'
import { hasPotLabels, potPicture } from '#domain/fundMarks.ts'
import { useLabelSize } from '#tab/charts/labelSize.ts'
import { PictureView } from '#tab/charts/PictureView.tsx'
import { useElementWidth } from '#tab/charts/useElementWidth.ts'

type PotChartProps = {
  data: PotData
  title: string
  description: string
  /** What stands beneath it where it is too narrow for labels. */
  narrow: ReactNode
}

/** A fund as one bar, as wide as there is room. */
export default function PotChart({ data, title, description, narrow }: PotChartProps) {
  const room = useRef<HTMLDivElement>(null)
  const width = useElementWidth(room)
  const f = useLabelSize()
  return (
    <div ref={room}>
      {width !== undefined && (
        <>
          <PictureView picture={potPicture(data, { width, f })} title={title} description={description} />
          {!hasPotLabels({ width, f }) && narrow}
        </>
      )}
    </div>
  )
}
