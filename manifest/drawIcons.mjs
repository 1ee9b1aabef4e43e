// Draws the two icons of the Teams app: node manifest/drawIcons.mjs [folder]
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

const folder = process.argv[2] ?? import.meta.dirname

/** The accent colour of the manifest. */
const ground = [0x1f, 0x5a, 0x5e]
const page = [0xff, 0xff, 0xff]
const leaf = [0xa9, 0xdc, 0x9f]

// Shapes are signed distances in a square of 32 units: below 0 is inside.

/** A convex polygon, its corners clockwise on the screen. */
const polygon = corners => (x, y) => {
  const edges = corners.map(([ax, ay], i) => {
    const [bx, by] = corners[(i + 1) % corners.length]
    return ((y - ay) * (bx - ax) - (x - ax) * (by - ay)) / -Math.hypot(bx - ax, by - ay)
  })
  return Math.max(...edges)
}

/** A leaf from point to point: what two discs have in common. `belly` is how wide it is at its middle. */
function leafBetween([ax, ay], [bx, by], belly) {
  const half = Math.hypot(bx - ax, by - ay) / 2
  const radius = (half ** 2 + (belly / 2) ** 2) / belly
  const [alongX, alongY] = [(bx - ax) / (2 * half), (by - ay) / (2 * half)]
  const discs = [1, -1].map(side => {
    const off = side * (radius - belly / 2)
    return [(ax + bx) / 2 - alongY * off, (ay + by) / 2 + alongX * off]
  })
  return (x, y) => Math.max(...discs.map(([cx, cy]) => Math.hypot(x - cx, y - cy) - radius))
}

const mirrored = shape => (x, y) => shape(32 - x, y)
const strip = (left, top, right, bottom) => (x, y) => Math.max(left - x, x - right, top - y, y - bottom)
const outlineOf = (shape, width) => (x, y) => Math.abs(shape(x, y) + width / 2) - width / 2

/** An open casebook, and what grows out of it. */
const rightPage = polygon([
  [16.9, 17.2],
  [29.5, 14.2],
  [29.5, 26.6],
  [16.9, 29.6],
])
const leftPage = mirrored(rightPage)
const stem = strip(15.1, 11.2, 16.9, 17)
const bigLeaf = leafBetween([15.9, 12], [27.6, 2.6], 7.2)
const smallLeaf = leafBetween([16.1, 13.6], [5.6, 6.8], 6.2)

/** How much of a pixel lies inside a shape, by 64 points in it. */
function coverage(shape, x, y, unitsAPixel) {
  const middle = shape((x + 0.5) * unitsAPixel, (y + 0.5) * unitsAPixel)
  if (Math.abs(middle) > unitsAPixel) return middle < 0 ? 1 : 0
  let inside = 0
  for (let i = 0; i < 64; i++) {
    const [px, py] = [x + ((i % 8) + 0.5) / 8, y + (Math.floor(i / 8) + 0.5) / 8]
    if (shape(px * unitsAPixel, py * unitsAPixel) <= 0) inside += 1
  }
  return inside / 64
}

function png(size, colourAt) {
  const rows = Buffer.alloc(size * (1 + size * 4))
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) rows.set(colourAt(x, y), y * (1 + size * 4) + 1 + x * 4)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6], 8)
  const chunk = (name, data) => {
    const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, check])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

const mixed = (under, over, share) => under.map((value, i) => Math.round(value + (over[i] - value) * share))

/** 192 pixels, the drawing in the middle: Teams may round the corners off. */
function colour(x, y) {
  const [unitsAPixel, margin] = [32 / 128, 32]
  const layers = [
    [stem, leaf],
    [bigLeaf, leaf],
    [smallLeaf, leaf],
    [leftPage, page],
    [rightPage, page],
  ]
  const painted = layers.reduce(
    (under, [shape, paint]) => mixed(under, paint, coverage(shape, x - margin, y - margin, unitsAPixel)),
    ground,
  )
  return [...painted, 255]
}

/** 32 pixels, white lines on nothing: Teams colours it itself. */
function outline(x, y) {
  const lines = [outlineOf(leftPage, 1.7), outlineOf(rightPage, 1.7), outlineOf(bigLeaf, 1.7), outlineOf(smallLeaf, 1.7), stem]
  const share = Math.max(...lines.map(shape => coverage(shape, x, y, 1)))
  return [255, 255, 255, Math.round(share * 255)]
}

writeFileSync(join(folder, 'color.png'), png(192, colour))
writeFileSync(join(folder, 'outline.png'), png(32, outline))
