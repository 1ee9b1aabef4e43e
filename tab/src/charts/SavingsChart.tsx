import type { Frame, Picture } from '#domain/marks.ts'
import type { GapData, IntervalData, SayAmount, StepRow, SwingRow } from '#domain/savingsMarks.ts'
import { gapPicture, intervalPicture, stepsPicture, swingsPicture } from '#domain/savingsMarks.ts'
import { MarksChart } from '#tab/charts/MarksChart.tsx'

/** What is drawn: a range, the steps to what is left, saved less spent by month, or which figure matters most. */
type Chart =
  | ({ of: 'interval' } & IntervalData)
  | { of: 'steps'; rows: readonly StepRow[] }
  | ({ of: 'gap' } & GapData)
  | { of: 'swings'; rows: readonly SwingRow[]; stated: number }

function pictureOf(chart: Chart, frame: Frame, say: SayAmount): Picture {
  switch (chart.of) {
    case 'interval':
      return intervalPicture(chart, frame, say)
    case 'steps':
      return stepsPicture(chart.rows, frame)
    case 'gap':
      return gapPicture(chart, frame, say)
    case 'swings':
      return swingsPicture(chart.rows, chart.stated, frame, say)
  }
}

type SavingsChartProps = { chart: Chart; say: SayAmount; title: string; description: string }

/** A chart of the Savings page. */
export default function SavingsChart({ chart, say, title, description }: SavingsChartProps) {
  return <MarksChart pictureIn={frame => pictureOf(chart, frame, say)} title={title} description={description} />
}
