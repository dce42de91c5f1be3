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
const LIST_MARKS = /^[-–—•*\d٠-٩]/

/** The lines at the end of `body` that are not part of the article. */
export function findTrailing(layout: Layout, ground: Ground): readonly Line[] {
  const headlines = countHeadlines(layout, ground)
  const rest = ground.body.slice(0, ground.body.length - headlines)
  const teasers = headlines > 0 ? 0 : countTeasers(layout, rest)
  return ground.body.slice(rest.length - teasers)
}

/** How many lines at the end are headlines: short, no stop, under an article whose paragraphs do stop. */
function countHeadlines(layout: Layout, ground: Ground): number {
  const { body } = ground
  const keys = listAbove(layout, ground)
  const prose = body.filter(isProse)
  const stopped = prose.filter(line => line.isSentence).length
  const isOrderly = stopped >= LEAST_PARAGRAPHS && stopped >= STOPPED * prose.length
  let count = 0
  let said = 0
  while (count < body.length - 1) {
    const line = body[body.length - 1 - count]!
    const isAgain = line.words > 3 && keys.has(foldLine(layout.text, [line.start, line.end]))
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

/** The lines above the body, and the headline, as keys. */
function listAbove({ text, lines }: Layout, { title, above }: Ground): Set<string> {
  const keys = new Set<string>()
  if (title) keys.add(foldLine(text, title))
  for (const { start, end, words } of lines) {
    if (start >= above) break
    if (words > 3 && end <= above) keys.add(foldLine(text, [start, end]))
  }
  return keys
}

/** How many lines at the end are teasers: most of them are cut off by dots, or hold several that are. */
function countTeasers({ text }: Layout, body: readonly Line[]): number {
  let score = 0
  let best = 0
  let count = 0
  let teasers = 0
  for (let i = body.length - 1; i > 0; i--) {
    const isTeaser = hasCutOff(text, body[i]!)
    if (isTeaser) teasers++
    score += isTeaser ? 1 : -0.7
    if (score < -2) break
    if (isTeaser && score >= best && teasers >= LEAST_TEASERS) {
      best = score
      count = body.length - i
    }
  }
  return best >= 1 ? count : 0
}

/** True where a sentence of more than a few words is cut off by dots in a line. */
function hasCutOff(text: string, { start, end }: Line): boolean {
  for (let at = text.indexOf('.', start); at >= 0 && at < end; at = text.indexOf('.', at + 1)) {
    if (isCutOff(text, at)) return countWords(text, [start, at]) > FEW_WORDS
  }
  return isCutOff(text, end - 1)
}
