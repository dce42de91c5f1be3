/** Captions that stand as paragraphs between the headline and the first words of an article. */
import type { Region, Span } from '../model.ts'
import { findDates } from './dates.ts'
import { isPictureCredit, type Layout } from './layout.ts'
import { type Line, trimSpan } from './lines.ts'

/** Where the body begins, and in which line. */
export interface Opening {
  readonly start: number
  readonly line: number
}

/** How many lines, and how far, a caption that ends in the name of its agency is looked for. */
const LINES = 3
const REACH = 600
/** A picture is described under its place: "سوريا، حمص: …", and dated: "… يوم 6 تشرين الثاني 2017". */
const PLACE = /^[^:.\n،]{2,30}،[^:.\n،]{2,30}:/

/** Moves the start of the body behind a caption that opens it; `region` is the caption. */
export function skipCaption(layout: Layout, opening: Opening): { opening: Opening; region: Region | null } {
  const credited = findCreditedCaption(layout, opening)
  if (credited) return credited
  const [line, next] = [layout.lines[opening.line], layout.lines[opening.line + 1]]
  if (!line || !next || !isDescription(layout, [opening.start, line.end], line))
    return { opening, region: null }
  return {
    opening: { start: next.start, line: opening.line + 1 },
    region: { kind: 'caption', span: [opening.start, line.end] },
  }
}

/** A caption of one to three lines with "(وكالة/اسم)" at the start of the next: the article follows the bracket. */
function findCreditedCaption(
  layout: Layout,
  { start, line }: Opening,
): { opening: Opening; region: Region } | null {
  const { lines, text, words } = layout
  for (let i = line + 1; i <= line + LINES; i++) {
    const next = lines[i]
    if (!next || next.start - start > REACH) return null
    const close = text.charAt(next.start) === '(' ? text.indexOf(')', next.start) + 1 : 0
    const isCredit = close > 0 && close < next.end && isPictureCredit(text, [next.start, close], words)
    if (!isCredit || /^\s*[-–—:]/.test(text.slice(close, close + 3))) continue
    const [body] = trimSpan(text, [close, next.end])
    return { opening: { start: body, line: i }, region: { kind: 'caption', span: [start, close] } }
  }
  return null
}

function isDescription({ text, words }: Layout, span: Span, line: Line): boolean {
  if (!line.isSentence || !PLACE.test(text.slice(span[0], span[0] + 70))) return false
  return findDates(text, span, words.calendar).length > 0
}
