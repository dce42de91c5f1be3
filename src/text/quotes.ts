/** Finds quotations, nested ones too: `“ … ”`, `« … »`, `" … "`. A quotation ends at the latest with its paragraph run. */
import type { Span } from '../model.ts'
import { CLOSE_QUOTE, findMark, OPEN_QUOTE, PLAIN_QUOTE } from './units.ts'

export interface Quote {
  /** The quoted words without their marks. */
  readonly span: Span
  /** 0 for an outer quotation, 1 for one inside it. */
  readonly depth: number
}

/** No quotation is longer than this; an unclosed mark is dropped instead. Longest true one in the articles seen: 1,900. */
const LONGEST = 6000
const APOSTROPHES = new Set([0x2018, 0x2019])

interface Open {
  readonly at: number
  readonly mark: number
}

/** Finds the quotations of `text` within `body`, in order of their starts; linear. */
export function findQuotes(text: string, body: Span): Quote[] {
  const quotes: Quote[] = []
  const open: Open[] = []
  for (let at = body[0]; at < body[1]; at++) {
    const unit = text.charCodeAt(at)
    const mark = findMark(unit)
    if (!(mark & (OPEN_QUOTE | CLOSE_QUOTE | PLAIN_QUOTE)) || APOSTROPHES.has(unit)) continue
    while (open.length > 0 && at - (open[0] as Open).at > LONGEST) open.shift()
    readMark(open, { at, mark }, quotes)
  }
  return quotes.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
}

function readMark(open: Open[], mark: Open, quotes: Quote[]): void {
  const last = open.at(-1)
  if (isOpening(mark, last)) {
    open.push(mark)
    return
  }
  if (last === undefined) return
  open.pop()
  quotes.push({ span: [last.at + 1, mark.at], depth: open.length })
}

function isOpening(mark: Open, last: Open | undefined): boolean {
  if (mark.mark === PLAIN_QUOTE) return last?.mark !== PLAIN_QUOTE
  return mark.mark === OPEN_QUOTE
}
