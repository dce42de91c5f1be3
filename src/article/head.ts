/** Where an article begins, and its headline: what stands above the first paragraph. */
import type { Region, RegionKind, Span } from '../model.ts'
import { splitTokens } from '../text/tokens.ts'
import { isArabic } from '../text/units.ts'
import { type Opening, skipCaption } from './captions.ts'
import { findKind, foldLine, type Layout } from './layout.ts'
import { isProse, type Line } from './lines.ts'
import { type MergedHead, readMergedHead } from './merged.ts'

/** The headline, where the body begins, the line it begins in, and the labelled parts above it. */
export interface Head {
  readonly title: Span | null
  readonly start: number
  readonly line: number
  readonly regions: readonly Region[]
}

/** Words that a headline has at least, and at most; the names of sections have fewer. */
const TITLE_WORDS = 4
const MOST_TITLE_WORDS = 32
/** Words of a headline that asks or exclaims; a longer line that ends so is a paragraph. */
const ASKING_WORDS = 20
/** Up to so many lines that could be the headline the first of them is. */
const FEW = 3

/**
 * Reads the lines above the body. `title` is the headline where a page's tags give it.
 * A line that no rule knows stays unlabelled and above the body: nothing is lost, as the text is kept whole.
 */
export function readHead(layout: Layout, title: Span | null): Head {
  const { lines } = layout
  const kinds: (RegionKind | null)[] = []
  let first = 0
  for (; first < lines.length; first++) {
    const kind = findKind(layout, lines[first] as Line)
    if (kind === null && isBodyLine(layout, first, kinds)) break
    kinds.push(kind)
  }
  const line = first < lines.length ? first : findFallback(kinds)
  const named = title ?? chooseTitle(layout, kinds.slice(0, line), line)
  const above = labelLines(layout, kinds.slice(0, line), named)
  const { merged, opening } = readOpening(layout, line, named)
  const { opening: body, region } = skipCaption(layout, opening)
  const regions = [...above, ...merged.regions, ...(region ? [region] : [])]
  return { title: named ?? merged.title, ...body, regions }
}

/** The head within the first line of the body, and where the body begins behind it: on the next line where it is all head. */
function readOpening(
  layout: Layout,
  line: number,
  title: Span | null,
): { merged: MergedHead; opening: Opening } {
  const first = layout.lines[line] as Line
  const next = layout.lines[line + 1]
  const merged = readMergedHead(layout, first, title)
  const isUsedUp = merged.start >= first.end && next !== undefined
  const opening = isUsedUp ? { start: next.start, line: line + 1 } : { start: merged.start, line }
  return { merged, opening }
}

/** The first paragraph is prose, unless it is the first words of all and asks or exclaims as a headline may. */
function isBodyLine({ text, lines }: Layout, at: number, kinds: readonly (RegionKind | null)[]): boolean {
  const line = lines[at] as Line
  if (!isProse(line)) return false
  const isFirst = !kinds.includes(null)
  const isAsking = line.words <= ASKING_WORDS && text.slice(line.start, line.end).trimEnd().at(-1) !== '.'
  const next = lines[at + 1]
  return !(isFirst && isAsking && next !== undefined && isProse(next))
}

/** Without a paragraph of prose the body is the last line above which only a headline stands, or all there is. */
function findFallback(kinds: readonly (RegionKind | null)[]): number {
  const plain = kinds.flatMap((kind, i) => (kind === null ? [i] : []))
  return plain[1] ?? plain[0] ?? 0
}

/** Of the lines that could be the headline: one that is said twice, else the one that shares most words with the body. */
function chooseTitle(layout: Layout, kinds: readonly (RegionKind | null)[], body: number): Span | null {
  const { text, lines } = layout
  const candidates = lines
    .slice(0, kinds.length)
    .filter((line, i) => kinds[i] === null && isTitle(text, line))
  const first = candidates[0]
  if (!first) return null
  const same = Map.groupBy(candidates, ({ start, end }) => foldLine(text, [start, end]))
  const twice = [...same.values()].find(lines => lines.length > 1)?.[0]
  const chosen = twice ?? (candidates.length > FEW ? chooseNearest(layout, candidates, body) : first)
  return [chosen.start, chosen.end]
}

/** A headline has a few words at least, and most of them Arabic: a writer's name beside that of a site is none. */
function isTitle(text: string, { start, end, words }: Line): boolean {
  if (words < TITLE_WORDS || words > MOST_TITLE_WORDS) return false
  const tokens = splitTokens(text, [start, end])
  return (
    tokens.filter(token => isArabic(text.charCodeAt(token.start)) && token.form !== '').length >= TITLE_WORDS
  )
}

function chooseNearest({ text, lines }: Layout, candidates: readonly Line[], body: number): Line {
  const known = new Set(lines.slice(body, body + 2).flatMap(line => listForms(text, line)))
  const scores = candidates.map(line => new Set(listForms(text, line).filter(form => known.has(form))).size)
  return candidates[scores.indexOf(Math.max(...scores))] as Line
}

function listForms(text: string, { start, end }: Line): string[] {
  return splitTokens(text, [start, end])
    .map(({ form }) => form)
    .filter(form => form.length > 2)
}

function labelLines(
  { text, lines }: Layout,
  kinds: readonly (RegionKind | null)[],
  title: Span | null,
): Region[] {
  const key = title ? foldLine(text, title) : null
  return kinds.flatMap((kind, i): Region[] => {
    const { start, end } = lines[i] as Line
    if (kind === null && key !== null && foldLine(text, [start, end]) === key)
      return [{ kind: 'title', span: [start, end] }]
    return kind ? [{ kind, span: [start, end] }] : []
  })
}
