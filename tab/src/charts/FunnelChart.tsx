import type { FunnelData } from '#domain/funnelMarks.ts'
import { funnelPicture } from '#domain/funnelMarks.ts'
import { MarksChart } from '#tab/charts/MarksChart.tsx'

/** The funnel's bars. */
export default function FunnelChart({ data, title, description }: { data: FunnelData; title: string; description: string }) {
  return <MarksChart pictureIn={frame => funnelPicture(data, frame)} title={title} description={description} />
}
