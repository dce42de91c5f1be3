/** Lines after the last paragraph that no word of furniture announces: headlines and teasers of other stories. */
import type { Span } from '../model.ts'
import { foldLine, type Layout } from './layout.ts'
import { countWords, isCutOff, isProse, type Line } from './lines.ts'

/** What is known of the lines that seem to be the body. */
export interface Ground {
  readonly body: readonly Line[]
  /** Furniture follows right after the last of them. */
  readonly isCut: boolean
  readonly title: Span | null
  /** Where the body begins: lines above it may be said again below it. */
  readonly above: number
}

/** Share of the paragraphs that must end in a stop for a line without one to be suspect. */
const STOPPED = 0.7
const LEAST_PARAGRAPHS = 2
const FEW_WORDS = 6
const LEAST_TEASERS = 3
/** Characters of article above them. */
const LEAST_ABOVE = 400
const LIST_MARKS = /^[-–—•*\d٠-٩]/

/** The lines at the end of `body` that are not part of the article. */
export function findTrailing(layout: Layout, ground: Ground): readonly Line[] {
  const headlines = countHeadlines(layout, ground)
  const teasers = headlines > 0 || !ground.isCut ? 0 : countTeasers(layout, ground)
  return ground.body.slice(ground.body.length - headlines - teasers)
}

/** How many lines at the end are headlines: short, no stop, under an article whose paragraphs do stop. */
function countHeadlines(layout: Layout, ground: Ground): number {
  const { body } = ground
  const sizes = listAbove(layout, ground)
  const prose = body.filter(isProse)
  const stopped = prose.filter(line => line.isSentence).length
  const isOrderly = stopped >= LEAST_PARAGRAPHS && stopped >= STOPPED * prose.length
  let count = 0
  let said = 0
  while (count < body.length - 1) {
    const line = body[body.length - 1 - count] as Line
    const isAgain = line.words > 3 && isSaid(layout.text, line, sizes)
    if (!isAgain && !(isOrderly && isHeadline(layout.text, line))) break
    count++
    if (isAgain) said = count
  }
  const last = body.at(-1)
  const isSure = count > 1 || ground.isCut || (last !== undefined && last.words <= FEW_WORDS)
  return isSure ? count : said
}

function isHeadline(text: string, line: Line): boolean {
  return !isProse(line) && !line.isSentence && !LIST_MARKS.test(text.slice(line.start, line.start + 1))
}

/** The lines above the body, its first one and the headline, by their length. */
function listAbove({ lines }: Layout, { body, title, above }: Ground): Map<number, Span[]> {
  const sizes = new Map<number, Span[]>()
  const add = ([start, end]: Span) =>
    sizes.set(end - start, [...(sizes.get(end - start) ?? []), [start, end]])
  if (title) add(title)
  if (body[0]) add([body[0].start, body[0].end])
  for (const { start, end, words } of lines) {
    if (start >= above) break
    if (words > 3 && end <= above) add([start, end])
  }
  return sizes
}

/** True where a line of the same length above says the same. */
function isSaid(text: string, { start, end }: Line, sizes: ReadonlyMap<number, readonly Span[]>): boolean {
  const same = sizes.get(end - start) ?? []
  return same.some(span => foldLine(text, span) === foldLine(text, [start, end]))
}

/**
 * How many lines at the end are teasers: the first of them holds several sentences cut off by dots, and no line above does.
 * Only under furniture: a writer who sets dots everywhere is left alone (one report in 360 of a corpus without furniture).
 */
function countTeasers({ text }: Layout, { body }: Ground): number {
  const cutOffs = body.map(line => countCutOffs(text, [line.start, line.end]))
  const first = cutOffs.findIndex(count => count > 0)
  const start = body[0]?.start ?? 0
  if (first < LEAST_PARAGRAPHS || (body[first] as Line).start - start < LEAST_ABOVE) return 0
  return (cutOffs[first] as number) >= LEAST_TEASERS ? body.length - first : 0
}

/** Sentences of more than a few words in a span that dots cut off. */
export function countCutOffs(text: string, [start, end]: Span): number {
  let count = 0
  let from = start
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if ((unit !== 0x2e && unit !== 0x2026) || !isCutOff(text, at)) continue
    if (countWords(text, [from, at]) > FEW_WORDS) count++
    from = at + 1
  }
  return count
}
