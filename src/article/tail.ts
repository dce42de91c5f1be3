/** Where an article ends: before the comments, the lists of other stories, the buttons and the rights. */
import type { Region, RegionKind, Span } from '../model.ts'
import { isLetter } from '../text/units.ts'
import type { Head } from './head.ts'
import { findKind, foldLine, foundIn, isCovered, type Layout, positionOf, regionOf } from './layout.ts'
import { countWords, hasWords, isProse, isSentence, isSentenceEnd, type Line, trimSpan } from './lines.ts'
import type { Found } from './phrases.ts'
import { countCutOffs, findTrailing } from './trailing.ts'

/** Where the body ends, and the labelled parts in and below it. */
export interface Tail {
  /** Where the body begins; behind the start of the head's line where a summary opens it. */
  readonly start: number
  readonly end: number
  readonly regions: readonly Region[]
}

interface Cut {
  readonly at: number
  /** Where the words of the furniture end. */
  readonly end: number
  readonly kind: RegionKind
  readonly position: string
}

/** A run of lines of the body, and what was labelled on the way. */
interface Walk {
  readonly body: Line[]
  readonly regions: Region[]
  prose: number
}

/** Characters of prose before furniture can end an article: what has less is a teaser above it. */
const LEAST_PROSE = 150
/** Comments end a post of a social network too, which can be one line. */
const LEAST_POST = 40
/** Lines looked at after furniture for the article going on, and words of a sentence that does so. */
const LOOK_AHEAD = 8
const LOOK_AHEAD_INLINE = 4
const GOING_ON_WORDS = 12
/** How close other furniture must follow for a doubtful word to be furniture. */
const DENSE = 60
/** Furniture that a sentence may hold by chance. */
const MANY = 2
const LOOSE_WORDS = 40
/** A longer rest of a line, in characters, is not looked through for being furniture all over. */
const MOST_REST = 2000
/** A longer line is a paragraph, even where it holds a button. */
const MOST_FURNITURE_WORDS = 25
const FURNITURE = new Set(['tail', 'inline', 'line', 'head'])

/** Reads the lines from the first paragraph on. Furniture after which the article goes on is labelled and passed over. */
export function readTail(layout: Layout, head: Head): Tail {
  const walk: Walk = { body: [], regions: [], prose: 0 }
  const cut = walkLines(layout, head, walk)
  const trailing = findTrailing(layout, {
    body: walk.body,
    isCut: cut !== null,
    title: head.title,
    above: head.start,
  })
  const whole = walk.body.slice(0, walk.body.length - trailing.length)
  const kept = isSummary(layout.text, whole, trailing) ? whole.slice(1) : whole
  const start = kept[0]?.start ?? head.start
  const end = kept.at(-1)?.end ?? layout.text.length
  const below: Region[] = trailing.map(({ start, end }) => ({ kind: 'related', span: [start, end] }))
  if (cut) below.push({ kind: cut.kind, span: [cut.at, layout.lines.at(-1)?.end ?? cut.at] })
  return { start, end, regions: [...walk.regions, ...below] }
}

/** A first paragraph that is said again below the last is a summary: pages print it as a description too. */
function isSummary(text: string, body: readonly Line[], trailing: readonly Line[]): boolean {
  const first = body[0]
  if (!first || body.length < 3 || trailing.length === 0) return false
  const key = foldLine(text, [first.start, first.end])
  return trailing.some(({ start, end }) => foldLine(text, [start, end]) === key)
}

/** Walks down until furniture ends the article; gives that furniture, or `null` where the text ends first. */
function walkLines(layout: Layout, head: Head, walk: Walk): Cut | null {
  for (let i = head.line; i < layout.lines.length; i++) {
    const line = layout.lines[i] as Line
    const span: Span = [i === head.line ? head.start : line.start, line.end]
    const cut = line.kind ? null : findCut(layout, line, span)
    if (cut && isLast(layout, cut, { i, prose: walk.prose + cut.at - span[0] })) {
      addLine(layout.text, walk, { line, span: [span[0], cut.at] })
      return cut
    }
    takeLine(layout, walk, { line, span, cut, isFirst: i === head.line })
  }
  return null
}

interface Taken {
  readonly line: Line
  readonly span: Span
  readonly cut: Cut | null
  readonly isFirst: boolean
}

/** Takes a line into the body, or labels it. Furniture before a sentence of the article is labelled alone. */
function takeLine(layout: Layout, walk: Walk, { line, span, cut, isFirst }: Taken): void {
  if (cut && isGoingOnAfter(layout, line, cut.end)) {
    addLine(layout.text, walk, { line, span: [span[0], cut.at] })
    walk.regions.push({ kind: cut.kind, span: [cut.at, cut.end] })
    addLine(layout.text, walk, { line, span: [cut.end, line.end] })
    return
  }
  const isParagraph = isFirst || line.words > MOST_FURNITURE_WORDS
  const kind = isParagraph ? line.kind : (cut?.kind ?? findKind(layout, line))
  if (kind) walk.regions.push({ kind, span })
  else addLine(layout.text, walk, { line, span })
}

function addLine(text: string, walk: Walk, { line, span }: { line: Line; span: Span }): void {
  const [start, end] = trimSpan(text, span)
  if (start === end) return
  walk.body.push({ ...line, start, end })
  if (isProse(line)) walk.prose += end - start
}

/** The furniture in a line that may end the article. Linear in the line: no look goes from every hit to an end of it. */
function findCut(layout: Layout, line: Line, span: Span): Cut | null {
  const found = foundIn(layout, span)
  const firstLetter = findLetter(layout.text, span)
  for (let i = 0; i < found.length; i++) {
    const hit = found[i] as Found
    if (!FURNITURE.has(positionOf(hit))) continue
    const at = findCutAt(layout, hit, { line, span, found, i, isFirst: hit.start <= firstLetter })
    if (at !== null) return { at, end: hit.end, kind: regionOf(hit), position: positionOf(hit) }
  }
  return null
}

function findLetter(text: string, [start, end]: Span): number {
  let at = start
  while (at < end && !isLetter(text.charCodeAt(at))) at++
  return at
}

interface Place {
  readonly line: Line
  readonly span: Span
  readonly found: readonly Found[]
  /** Index of the hit in `found`. */
  readonly i: number
  readonly isFirst: boolean
}

/** Where to cut for `hit`; `null` where it is a part of the article's own sentence. */
function findCutAt(layout: Layout, hit: Found, { line, span, found, i, isFirst }: Place): number | null {
  const { text } = layout
  const position = positionOf(hit)
  const isFree = isFirst || isAfterSentence(text, [span[0], hit.start])
  const dense = countDense(found, i)
  const at = isFirst ? span[0] : hit.start
  if (position === 'tail' && isFree) return at
  if (position === 'inline' && isFree) return at
  if (position === 'line' && isFree && (dense > 1 || isAllFurniture(layout, [at, span[1]]))) return at
  if (position !== 'tail') return null
  const isRunning = line.isSentence && hasWords(text, [hit.end, span[1]], 3)
  if (!isRunning && isFurniture(text, [span[0], hit.start])) return span[0]
  return dense > (isRunning ? MANY : 1) ? hit.start : null
}

/** Furniture that follows `found[first]` one close upon the other, itself counted, up to one more than many. */
function countDense(found: readonly Found[], first: number): number {
  let count = 0
  let end = (found[first] as Found).start
  for (let i = first; i < found.length && count <= MANY; i++) {
    const hit = found[i] as Found
    if (!FURNITURE.has(positionOf(hit))) continue
    if (hit.start - end > DENSE) break
    count++
    end = hit.end
  }
  return count
}

/** True where nearly all of the rest of a line is furniture: of a longer rest that would be dense. */
function isAllFurniture(layout: Layout, span: Span): boolean {
  return span[1] - span[0] <= MOST_REST && isCovered(layout.text, span, foundIn(layout, span))
}

/** True where a sentence has ended right before `span[1]`, or a word that furniture was glued to. */
function isAfterSentence(text: string, [start, end]: Span): boolean {
  const [, last] = trimSpan(text, [start, end])
  return isSentence(text, [start, end]) || isLetter(text.charCodeAt(end - 1)) || text.charAt(last - 1) === ')'
}

/** True for the start of a line that holds no sentence and is not long: it belongs to the furniture after it. */
function isFurniture(text: string, [start, end]: Span): boolean {
  if (hasWords(text, [start, end], LOOSE_WORDS + 1)) return false
  for (let at = start; at < end; at++) if (isSentenceEnd(text, at)) return false
  return true
}

/** True where the article does not go on after a cut. Comments always end it, once there was prose. */
function isLast(
  layout: Layout,
  { kind, position, end }: Cut,
  { i, prose }: { i: number; prose: number },
): boolean {
  if (kind === 'comments' && prose >= LEAST_POST) return true
  if (prose < LEAST_PROSE) return false
  const isInline = position === 'inline'
  const next = layout.lines.slice(i + 1, i + 1 + (isInline ? LOOK_AHEAD_INLINE : LOOK_AHEAD))
  const needed = isInline ? 1 : 2
  let run = isGoingOnAfter(layout, layout.lines[i] as Line, end) ? 1 : 0
  if (run >= needed) return false
  for (const line of next) {
    run = isGoingOn(layout, line) ? run + 1 : 0
    if (run >= needed) return false
  }
  return true
}

function isGoingOn(layout: Layout, line: Line): boolean {
  return line.kind === null && isGoingOnAfter(layout, line, line.start)
}

/** True where a line goes on behind `from` with whole sentences and no more furniture: "Read more He added that …". */
function isGoingOnAfter(layout: Layout, line: Line, from: number): boolean {
  const rest: Span = [from, line.end]
  if (!line.isSentence || countWords(layout.text, rest) < GOING_ON_WORDS) return false
  if (countCutOffs(layout.text, rest) > 0) return false
  return !foundIn(layout, rest).some(hit => FURNITURE.has(positionOf(hit)))
}
