/** Lays an article out for reading: paragraphs of its body, and folds of what is not body. Nothing is left out. Pure. */
import type { Span } from '../model.ts'

/** A labelled stretch of the article, as the API gives it. */
export interface Labelled {
  readonly kind: string
  readonly span: Span
}

/** `paragraph` is read, `line` is read small (dateline, credit), `fold` is folded away; `kinds` says what is in a fold. */
export interface Block {
  readonly kind: 'paragraph' | 'line' | 'fold'
  readonly span: Span
  readonly kinds: readonly string[]
  /** True where the line goes on from the block before. */
  readonly isContinued?: boolean
}

/** What an article is laid out from. */
export interface Layout {
  readonly text: string
  readonly body: Span
  readonly regions: readonly Labelled[]
}

const LINES = new Set(['dateline', 'credit'])

/**
 * The blocks of an article in order. The title's own stretch is left to the page's heading.
 * A body "a\n\nb" with comments after it → paragraph "a", paragraph "b", fold of `comments`.
 */
export function layBlocks({ text, body, regions }: Layout): Block[] {
  return joinFolds(cutRegions(text, body, regions).flatMap(block => splitParagraphs(text, block)))
}

function cutRegions(text: string, body: Span, regions: readonly Labelled[]): Block[] {
  const borders = new Set([0, text.length, ...body])
  for (const { span } of regions) for (const border of span) borders.add(border)
  const cuts = [...borders].filter(at => at >= 0 && at <= text.length).sort((a, b) => a - b)
  return cuts.slice(1).flatMap((end, i) => {
    const span: Span = [cuts[i] ?? 0, end]
    const kind = findKind(span, body, regions)
    return kind === 'title' || text.slice(...span).trim() === '' ? [] : [blockOf(kind, span)]
  })
}

/** The innermost label over a stretch; without one it is body or it is not. */
function findKind(span: Span, body: Span, regions: readonly Labelled[]): string {
  const over = regions
    .filter(region => region.span[0] <= span[0] && span[1] <= region.span[1])
    .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]))
  const isBody = body[0] <= span[0] && span[1] <= body[1]
  return over[0]?.kind ?? (isBody ? 'body' : 'outside')
}

function blockOf(kind: string, span: Span): Block {
  if (kind === 'body') return { kind: 'paragraph', span, kinds: [] }
  return { kind: LINES.has(kind) ? 'line' : 'fold', span, kinds: [kind] }
}

/** Characters of one block: a line of megabytes is drawn piece by piece, as pieces come into view. */
const LONGEST = 4000

function splitParagraphs(text: string, block: Block): Block[] {
  if (block.kind === 'fold') return [block]
  const blocks: Block[] = []
  let start = block.span[0]
  for (const line of text.slice(...block.span).split('\n')) {
    const end = start + line.length
    const from = start + (line.length - line.trimStart().length)
    if (line.trim() !== '')
      blocks.push(...cutLine(text, block, [from, end - (line.length - line.trimEnd().length)]))
    start = end + 1
  }
  return blocks
}

/** A line as blocks of at most `LONGEST` characters, cut between words where there are words. */
function cutLine(text: string, block: Block, [from, to]: Span): Block[] {
  const blocks: Block[] = []
  for (let start = from; start < to; ) {
    const end = to - start <= LONGEST ? to : findCut(text, start)
    blocks.push({ ...block, span: [start, end], ...(start === from ? {} : { isContinued: true }) })
    start = end
  }
  return blocks
}

/** After the last space within reach; without one, at the end of reach, but never inside a character. */
function findCut(text: string, start: number): number {
  const space = text.lastIndexOf(' ', start + LONGEST - 1)
  if (space > start) return space + 1
  const unit = text.charCodeAt(start + LONGEST)
  return start + LONGEST - (unit >= 0xdc00 && unit <= 0xdfff ? 1 : 0)
}

function joinFolds(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.kind === 'fold' && last?.kind === 'fold') {
      const kinds = [...new Set([...last.kinds, ...block.kinds])]
      joined[joined.length - 1] = { kind: 'fold', span: [last.span[0], block.span[1]], kinds }
    } else joined.push(block)
  }
  return joined
}
