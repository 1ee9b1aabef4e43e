import type { TextMark } from '#domain/marks.ts'
import { reachOfText } from '#domain/marks.ts'

/** Labels of a picture that leave it. */
export function labelsOutside({ width, height }: { width: number; height: number }, labels: readonly TextMark[]): string[] {
  const isOutside = (label: TextMark) => {
    const { left, right } = reachOfText(label)
    return left < -0.01 || right > width + 0.01 || label.y > height || label.y - 0.75 * label.size < -0.01
  }
  return labels.filter(isOutside).map(({ text }) => text)
}

/** Pairs of labels that stand on each other. */
export function labelsThatMeet(labels: readonly TextMark[]): string[] {
  const boxes = labels.map(label => ({
    text: label.text,
    ...reachOfText(label),
    top: label.y - 0.75 * label.size,
    bottom: label.y + 0.1 * label.size,
  }))
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap(b => {
      const apart = a.right <= b.left + 0.01 || b.right <= a.left + 0.01 || a.bottom <= b.top || b.bottom <= a.top
      return apart ? [] : [`${a.text} / ${b.text}`]
    }),
  )
}
