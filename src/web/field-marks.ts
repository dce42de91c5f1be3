/** The marks of holders as images for the map: a shape for each, filled where a source says so, hollow where it is inherited or implied, hatched where it is contested. */
import type { Holder } from './holders.ts'
import { readColour } from './map-style.ts'

const HOLDERS: readonly Holder[] = ['gov', 'isis', 'sdf', 'irq', 'opp', 'other']
const LOOKS = ['firm', 'weak', 'contested'] as const

/** Every image by name: `gov firm`, `isis contested`, … */
export const MARKS: readonly string[] = HOLDERS.flatMap(holder => LOOKS.map(look => `${holder} ${look}`))

/** Pixels of an image, drawn at twice the size of the page. */
const SIZE = 36
const RADIUS = 13

/** The corners of a shape round the middle, for a circle of radius 1; a ring has none. */
const CORNERS: Readonly<Record<Holder, readonly (readonly [number, number])[]>> = {
  gov: [
    [-0.85, -0.85],
    [0.85, -0.85],
    [0.85, 0.85],
    [-0.85, 0.85],
  ],
  isis: [],
  sdf: [
    [0, -1],
    [0.95, 0.8],
    [-0.95, 0.8],
  ],
  irq: [
    [0, -1],
    [0.95, -0.3],
    [0.6, 0.85],
    [-0.6, 0.85],
    [-0.95, -0.3],
  ],
  opp: [
    [0, 1],
    [0.95, -0.8],
    [-0.95, -0.8],
  ],
  other: [
    [-0.3, -0.9],
    [0.3, -0.9],
    [0.3, -0.3],
    [0.9, -0.3],
    [0.9, 0.3],
    [0.3, 0.3],
    [0.3, 0.9],
    [-0.3, 0.9],
    [-0.3, 0.3],
    [-0.9, 0.3],
    [-0.9, -0.3],
    [-0.3, -0.3],
  ],
}

/** Draws the image of a name of `MARKS`. */
export function drawMark(name: string): ImageData {
  const [holder = 'other', look = 'firm'] = name.split(' ') as [Holder, (typeof LOOKS)[number]]
  const canvas = document.createElement('canvas')
  canvas.width = SIZE
  canvas.height = SIZE
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('No canvas to draw marks on')
  const colour = readColour(`--${holder}`)
  tracePath(context, CORNERS[holder])
  context.fillStyle = look === 'firm' ? colour : readColour('--surface')
  context.fill('evenodd')
  if (look === 'contested') hatch(context, colour)
  context.lineWidth = look === 'weak' ? 3 : 2.5
  context.strokeStyle = look === 'firm' ? readColour('--surface') : colour
  context.stroke()
  return context.getImageData(0, 0, SIZE, SIZE)
}

function tracePath(context: CanvasRenderingContext2D, corners: readonly (readonly [number, number])[]): void {
  const middle = SIZE / 2
  context.beginPath()
  if (corners.length === 0) {
    context.arc(middle, middle, RADIUS, 0, 2 * Math.PI)
    context.moveTo(middle + RADIUS / 3, middle)
    context.arc(middle, middle, RADIUS / 3, 0, 2 * Math.PI)
    return
  }
  for (const [i, [x, y]] of corners.entries()) {
    const point = [middle + x * RADIUS, middle + y * RADIUS] as const
    if (i === 0) context.moveTo(...point)
    else context.lineTo(...point)
  }
  context.closePath()
}

function hatch(context: CanvasRenderingContext2D, colour: string): void {
  context.save()
  context.clip('evenodd')
  context.strokeStyle = colour
  context.lineWidth = 3
  context.setLineDash([])
  const lines = new Path2D()
  for (let x = -SIZE; x < SIZE; x += 8) {
    lines.moveTo(x, SIZE)
    lines.lineTo(x + SIZE, 0)
  }
  context.stroke(lines)
  context.restore()
}
