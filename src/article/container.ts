/** Which part of a page is the article: the box that holds its paragraphs. */
import type { RegionKind } from '../model.ts'
import { countWords } from './lines.ts'
import type { Walked } from './walk.ts'

/** The box of the article, and what region each line lies in. */
export interface Container {
  /** Index of the box; -1 for the whole page; `null` where the page has no paragraph. */
  readonly box: number | null
  readonly regions: readonly (RegionKind | null)[]
  /** Whether a line lies in the box of the article. */
  readonly inside: readonly boolean[]
}

/** Words of a paragraph, and the share of links above which a line is a list of links. */
const PARAGRAPH_WORDS = 8
const LINKED = 0.5
/** Share of the page's paragraphs that a box called the body must hold, and that the article's box must. */
const CALLED_SHARE = 0.3
const SHARE = 0.7
/** A box called "comments" or "related" that holds most of the page was called so for what is also in it. */
const WRAPPER_SHARE = 0.5
const BEFORE = 300

/** Finds the article's box: one that says so, else the smallest that holds most paragraphs. Linear in boxes and lines. */
export function findContainer(walked: Walked): Container {
  const prose = weighBoxes(walked, () => true)
  const labels = resolveLabels(walked, prose)
  const regions = walked.lines.map(({ box }) => (box < 0 ? null : (labels[box] ?? null)))
  const free = weighBoxes(walked, i => regions[i] === null)
  const total = free.page
  if (total === 0) return { box: null, regions, inside: regions.map(() => false) }
  const called = findCalled(walked, free.boxes, total * CALLED_SHARE)
  const box = called ?? findSmallest(walked, free.boxes, total * SHARE)
  return { box, regions, inside: listInside(walked, box) }
}

interface Weights {
  /** Characters of paragraphs in each box, those in boxes inside it too. */
  readonly boxes: readonly number[]
  readonly page: number
}

/** How many characters of paragraphs the boxes hold, of the lines that `isCounted`. */
function weighBoxes({ text, lines, boxes }: Walked, isCounted: (line: number) => boolean): Weights {
  const weights = boxes.map(() => 0)
  let page = 0
  lines.forEach(({ start, end, box, linked }, i) => {
    const isParagraph = linked < LINKED * (end - start) && countWords(text, [start, end]) >= PARAGRAPH_WORDS
    if (!isParagraph || !isCounted(i)) return
    page += end - start
    if (box >= 0) weights[box] = (weights[box] ?? 0) + end - start
  })
  for (let i = boxes.length - 1; i >= 0; i--) {
    const parent = boxes[i]?.parent ?? -1
    if (parent >= 0) weights[parent] = (weights[parent] ?? 0) + (weights[i] ?? 0)
  }
  return { boxes: weights, page }
}

/** The region of each box: its own or that of the box around it. A label on what is most of the page is no label. */
function resolveLabels(walked: Walked, { boxes: weights, page }: Weights): (RegionKind | null)[] {
  const labels: (RegionKind | null)[] = []
  const before = countBefore(walked)
  walked.boxes.forEach(({ parent, region, isBody }, i) => {
    const isMost = (weights[i] ?? 0) > WRAPPER_SHARE * page && (before[i] ?? 0) < BEFORE
    const around = parent < 0 ? null : (labels[parent] ?? null)
    labels.push(isBody ? around : (around ?? (isMost ? null : region)))
  })
  return labels
}

/** Characters of the page before the first line of each box. */
function countBefore({ lines, boxes }: Walked): number[] {
  const starts = boxes.map(() => 0)
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]
    if (line && line.box >= 0) starts[line.box] = line.start
  }
  for (let i = boxes.length - 1; i >= 0; i--) {
    const parent = boxes[i]?.parent ?? -1
    const start = starts[i] ?? 0
    if (parent >= 0 && start > 0) starts[parent] = Math.min(starts[parent] || start, start)
  }
  return starts
}

function findCalled({ boxes }: Walked, weights: readonly number[], least: number): number | null {
  let best: number | null = null
  boxes.forEach(({ isBody }, i) => {
    const weight = weights[i] ?? 0
    if (isBody && weight >= least && weight > (best === null ? 0 : (weights[best] ?? 0))) best = i
  })
  return best
}

/** The last box, in document order, that holds enough: a box comes after the boxes around it. */
function findSmallest({ boxes }: Walked, weights: readonly number[], least: number): number {
  for (let i = boxes.length - 1; i >= 0; i--) if ((weights[i] ?? 0) >= least) return i
  return -1
}

function listInside({ lines, boxes }: Walked, box: number): boolean[] {
  if (box < 0) return lines.map(() => true)
  const inside = boxes.map(() => false)
  boxes.forEach(({ parent }, i) => {
    inside[i] = i === box || (parent >= 0 && inside[parent] === true)
  })
  return lines.map(line => line.box >= 0 && inside[line.box] === true)
}
