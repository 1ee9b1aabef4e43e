import type { ShareRow } from '#domain/fundMarks.ts'
import { sharePicture } from '#domain/fundMarks.ts'
import { MarksChart } from '#tab/charts/MarksChart.tsx'

/** What a fund's money went to, as bars. */
export default function ShareChart({ rows, title, description }: { rows: readonly ShareRow[]; title: string; description: string }) {
  return <MarksChart pictureIn={frame => sharePicture(rows, frame)} title={title} description={description} />
}
