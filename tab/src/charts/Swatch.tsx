import type { Ink } from '#domain/marks.ts'
import { PictureView } from '#tab/charts/PictureView.tsx'

const side = 12

/** A small square in the colour and pattern of what it stands for; the words beside it say what that is. */
export function Swatch({ ink }: { ink: Ink }) {
  const square = { mark: 'rect', ink, x: 0.5, y: 0.5, width: side - 1, height: side - 1 } as const
  return <PictureView picture={{ width: side, height: side, f: side, marks: [square] }} />
}
