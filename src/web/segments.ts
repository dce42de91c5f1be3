/**
 * Cuts a stretch of text at every border of a claim, source or cue that lies over it, so that each piece can be drawn
 * with the underlines of the claims over it. Pure.
 */
import type { Span } from '../model.ts'

/** A claim as the cutter needs it. */
export interface Layer {
  readonly span: Span
}

/** A piece of text with the indexes of the claims over it, the shortest claim first, and whether it says who says. */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly claims: readonly number[]
  readonly isWho: boolean
}

/**
 * The lane of each claim under the text: 0 for the first line of underlines, 1 for the second, and so on. Claims that
 * overlap never share a lane; longer ones that start at the same place come first.
 * `packLanes([{ span: [0, 9] }, { span: [4, 6] }, { span: [10, 12] }])` → `[0, 1, 0]`.
 */
export function packLanes(layers: readonly Layer[]): number[] {
  const order = layers
    .map(({ span }, index) => ({ span, index }))
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  const ends: number[] = []
  const lanes = new Array<number>(layers.length).fill(0)
  for (const { span, index } of order) {
    const free = ends.findIndex(end => end <= span[0])
    const lane = free < 0 ? ends.length : free
    ends[lane] = span[1]
    lanes[index] = lane
  }
  return lanes
}

/**
 * The pieces of `span`, in order and without gaps. `layers` are all claims, `who` the spans of sources and cues.
 * `cutSegments([0, 5], [{ span: [1, 3] }], [[2, 4]])` → pieces 0-1, 1-2 (claim), 2-3 (claim, who), 3-4 (who), 4-5.
 */
export function cutSegments(span: Span, layers: readonly Layer[], who: readonly Span[]): Segment[] {
  const over = layers
    .map((layer, index) => ({ span: layer.span, index }))
    .filter(layer => isOver(layer.span, span))
    .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))
  const said = who.filter(stretch => isOver(stretch, span))
  const borders = new Set([span[0], span[1]])
  for (const [start, end] of [...over.map(layer => layer.span), ...said]) {
    if (start > span[0]) borders.add(start)
    if (end < span[1]) borders.add(end)
  }
  const cuts = [...borders].sort((a, b) => a - b)
  return cuts.slice(1).map((end, i) => {
    const piece: Span = [cuts[i] ?? 0, end]
    return {
      start: piece[0],
      end,
      claims: over.filter(layer => isOver(layer.span, piece)).map(({ index }) => index),
      isWho: said.some(stretch => isOver(stretch, piece)),
    }
  })
}

/** Whether two spans share a character. */
export function isOver(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

/**
 * The claim that a press on a piece selects: the shortest first, then the next one out, and round again.
 * `nextClaim([4, 2], 4)` → `2`; `nextClaim([4, 2], null)` → `4`.
 */
export function nextClaim(claims: readonly number[], current: number | null): number | undefined {
  return claims[(claims.indexOf(current ?? -1) + 1) % claims.length]
}
