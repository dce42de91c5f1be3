/** Agencies and outlets that an article credits as a whole, above, in its first words, or below. */
import type { Credit, Region, Span } from '../model.ts'
import { foldWord } from '../text/fold.ts'
import type { Head } from './head.ts'
import { findCreditNames, foundIn, type Layout, positionOf } from './layout.ts'
import { countLetters, countWords, trimSpan } from './lines.ts'
import type { Found } from './phrases.ts'

/** "دمشق (وكالة) - قال …": the credits in it, and where the article goes on. */
export interface Dateline {
  readonly credits: readonly Credit[]
  readonly span: Span
}

/** How far the words before the first paragraph, and below the last, are looked at, in characters. */
const DATELINE = 90
const FAR_DATELINE = 150
const BELOW = 160
const PLACE_WORDS = 4
const END_BRACKET = 60
const OPENERS = /[-–—/|(:،«"]\s*$/
const CLOSERS = /^\s*[)»"]?\s*([-–—:/|]|\(|\n|$)/

/**
 * The dateline at the start of the body: a place of at most four words, an agency or outlet set off by marks, a mark.
 * `null` where the body begins with its first sentence, or with a place alone.
 */
export function findDateline(
  { text, words }: Pick<Layout, 'text' | 'words'>,
  start: number,
  limit: number,
): Dateline | null {
  const window: Span = [start, Math.min(limit, start + DATELINE)]
  const far = findBracketed({ text, words, start, limit })
  if (far) return far
  const names: Found[] = []
  let end = start
  for (const name of findCreditNames(text, window, words)) {
    if (countWords(text, [end, name.start]) > PLACE_WORDS || !isSetOff(text, name, start)) break
    names.push(name)
    end = name.end
  }
  if (names.length === 0) return null
  const mark = CLOSERS.exec(text.slice(end, window[1]))?.[0] ?? ''
  const [from] = trimSpan(text, [mark.endsWith('(') ? end : end + mark.length, limit])
  return { credits: names.map(name => readCredit(text, name)), span: [start, from] }
}

/** A bracketed agency before a colon or dash opens the article even where a second headline stands before: "… - (وكالة): ". */
function findBracketed({ text, words, start, limit }: Search): Dateline | null {
  const open = text.indexOf('(', start)
  const close = open < 0 ? -1 : text.indexOf(')', open)
  if (close < 0 || close > start + FAR_DATELINE || close - open > END_BRACKET) return null
  const names = findCreditNames(text, [open, close], words)
  const mark = /^\s*[-–—:]\s/.exec(text.slice(close + 1, close + 6))
  if (names.length === 0 || !mark) return null
  const [from] = trimSpan(text, [close + 1 + mark[0].length, limit])
  return { credits: names.map(name => readCredit(text, name)), span: [start, from] }
}

interface Search extends Pick<Layout, 'text' | 'words'> {
  readonly start: number
  readonly limit: number
}

function isSetOff(text: string, { start, end }: Found, from: number): boolean {
  const before = text.slice(Math.max(from, start - 4), start)
  return (start === from || OPENERS.test(before)) && CLOSERS.test(text.slice(end, end + 6))
}

function readCredit(text: string, { start, end }: Found): Credit {
  return { text: text.slice(start, end), span: [start, end] }
}

/** What the credits are looked for in. */
export interface Places {
  readonly layout: Layout
  readonly head: Head
  readonly dateline: Dateline | null
  readonly body: Span
  readonly regions: readonly Region[]
  /** Names of the article's own outlet: credited alone, it is no credit. */
  readonly own: readonly string[]
}

/** The credits of an article, in order. "العربي الجديد – Buyerpress" on Buyerpress → "العربي الجديد". */
export function findCredits(places: Places): Credit[] {
  const { layout, dateline, regions, body } = places
  const lines = regions.filter(({ kind }) => kind === 'credit').flatMap(({ span }) => readNames(layout, span))
  const all = [...lines, ...findAbove(places), ...(dateline?.credits ?? []), ...findBelow(layout, body)]
  const own = new Set(places.own.map(foldWord))
  const others = all.filter(credit => !own.has(foldWord(credit.text)))
  const kept = others.length > 0 && lines.length > 1 ? all : others
  const seen = new Set<string>()
  return kept
    .filter(({ text }) => !seen.has(foldWord(text)) && seen.add(foldWord(text)))
    .sort((a, b) => a.span[0] - b.span[0])
}

/** The credits of the line above the body or of its dateline, where nothing else stands in it. */
export function findOpeningCredits(
  layout: Layout,
  { dateline, regions, body }: Pick<Places, 'dateline' | 'regions' | 'body'>,
): Credit[] {
  const lines = regions.filter(({ kind, span }) => kind === 'credit' && span[1] <= body[0])
  const whole = lines.map(({ span }) => span).filter(span => isOnlyNames(layout, span))
  return [...whole.flatMap(span => readNames(layout, span)), ...(dateline?.credits ?? [])]
}

function isOnlyNames({ text, words }: Layout, span: Span): boolean {
  const named = findCreditNames(text, span, words).reduce(
    (sum, { start, end }) => sum + countLetters(text, [start, end]),
    0,
  )
  return named === countLetters(text, span)
}

function readNames({ text, words }: Layout, span: Span): Credit[] {
  return findCreditNames(text, span, words).map(name => readCredit(text, name))
}

/** Between headline and body, where no label took it: "لندن - وكالات", "المصدر: وكالة". */
function findAbove({ layout, head, regions }: Places): Credit[] {
  const titles = regions.filter(({ kind, span }) => kind === 'title' && span[1] <= head.start)
  const from = Math.max(0, head.start - 400, ...titles.map(({ span }) => span[1]))
  const isTaken = ({ start }: Found) =>
    regions.some(({ kind, span }) => kind !== 'dateline' && span[0] <= start && start < span[1])
  return findCreditNames(layout.text, [from, head.start], layout.words)
    .filter(name => !isTaken(name) && !isMonth(layout.text, name, regions))
    .filter(({ start }) => OPENERS.test(layout.text.slice(Math.max(from, start - 4), start)))
    .map(name => readCredit(layout.text, name))
}

/** «تشرين» is a paper, and in "31 أكتوبر/تشرين الأول 2017" half of a month: there its next word goes on. */
function isMonth(text: string, { start, end }: Found, regions: readonly Region[]): boolean {
  const isInDate = regions.some(({ kind, span }) => kind === 'dateline' && span[0] <= start && end < span[1])
  return isInDate && !CLOSERS.test(text.slice(end, end + 6))
}

/** A bracket that ends the body, "(وكالات)", and what "المصدر" names below it. */
function findBelow(layout: Layout, [start, end]: Span): Credit[] {
  const { text } = layout
  const below: Span = [end, Math.min(text.length, end + BELOW)]
  const labels = foundIn(layout, [Math.max(start, end - END_BRACKET), below[1]]).filter(
    hit => positionOf(hit) === 'source',
  )
  const named = labels.flatMap(label => readNames(layout, [label.end, findListEnd(layout, label.end)]))
  const tail = text.slice(Math.max(start, end - END_BRACKET), end + 12)
  const open = tail.lastIndexOf('(')
  if (open < 0 || !/^\([^()]*\)[\s.]*/.test(tail.slice(open))) return named
  const from = Math.max(start, end - END_BRACKET) + open
  const close = text.indexOf(')', from)
  return text.slice(close + 1, end).trim().length > 1
    ? named
    : [...readNames(layout, [from, close]), ...named]
}

/** The names after a label stand on its line, or on the next where the label stands alone; other furniture ends them. */
function findListEnd(layout: Layout, from: number): number {
  const { text } = layout
  const line = text.indexOf('\n', from + 3)
  const end = Math.min(line < 0 ? text.length : line, from + 60)
  const next = foundIn(layout, [from, end]).find(
    hit => !['name', 'photo', 'source'].includes(positionOf(hit)),
  )
  return next?.start ?? end
}
