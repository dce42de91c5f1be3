/** bytes → article: decoded, its furniture labelled, with title, outlet, credits and dates. */
import { hash } from 'node:crypto'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { listCell } from '../lexicon/tables.ts'
import type { Article, Hints, Problem, Region, Result, Span } from '../model.ts'
import { type Dateline, findCredits, findDateline, findOpeningCredits } from './credits.ts'
import { decodeBytes } from './decode.ts'
import { type Head, readHead } from './head.ts'
import type { Layout } from './layout.ts'
import { splitLines } from './lines.ts'
import { findOutlet, findOwnOutlet } from './outlet.ts'
import { isPage, type Page, readPage } from './page.ts'
import { findPhrases } from './phrases.ts'
import { findStatedDates, resolvePublished } from './published.ts'
import { readTail } from './tail.ts'
import { indexWords } from './words.ts'

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/

/**
 * Reads the bytes of one file or page. The text is kept whole; what is not article is labelled in `regions`, and `body` is
 * the span that claims are read from. Regions of the kinds menu, caption, comments, related and counter may lie inside it.
 * Problems: `empty-file`, `too-large`, `not-text`, `no-article`, `no-arabic`.
 *
 *     readArticle(bytes of "سيطرت القوات على البلدة…", { outlet: 'مثال' }, lexicon)
 */
export function readArticle(bytes: Uint8Array, hints: Hints, lexicon: Lexicon): Result<Article> {
  const where = hints.name ?? hints.url ?? ''
  // 1. bytes → text, in whatever encoding
  const decoded = decodeBytes(bytes, where)
  if (!decoded.ok) return decoded
  // 2. text or page → visible text in lines, with what its tags and its head say
  const page = isPage(decoded.value.text) ? readPage(decoded.value.text) : readPlain(decoded.value.text)
  const problem = findProblem(page, where)
  if (problem) return { ok: false, problem }
  // 3. lines and furniture → headline, body, regions
  const words = indexWords(lexicon)
  const { text, lines } = page
  const layout: Layout = { text, lines, words, found: findPhrases(text, [0, text.length], words.regions) }
  const parts = readParts(layout, page)
  // 4. page, hints and text → outlet, dates, credits
  const known = { ...hints, url: hints.url ?? page.url }
  const facts = readFacts(layout, parts, { page, known })
  const { title } = parts.head
  const about = { id: hash('sha256', bytes), name: hints.name ?? '', text, format: page.format }
  const { body, regions } = parts
  return {
    ok: true,
    value: {
      ...about,
      ...facts,
      title: title ? { span: title } : null,
      body,
      regions,
      lexicon: lexicon.version,
    },
  }
}

function readPlain(text: string): Page {
  const nothing = { title: null, site: null, url: undefined, published: [], updated: null }
  return { ...nothing, text, format: 'text', lines: splitLines(text), hasArticle: true }
}

/** Marks without a letter, as one stray byte can be, make no line: as good as empty. */
function findProblem({ text, lines, hasArticle }: Page, where: string): Problem | null {
  if (text.trim() === '' || lines.length === 0) return { code: 'empty-file', where, values: {} }
  if (!ARABIC.test(text)) return { code: 'no-arabic', where, values: {} }
  return hasArticle ? null : { code: 'no-article', where, values: {} }
}

/** The parts of a text: its head, its dateline, its body, and all regions. */
interface Parts {
  readonly head: Head
  readonly dateline: Dateline | null
  readonly body: Span
  readonly regions: readonly Region[]
}

function readParts(layout: Layout, page: Page): Parts {
  const head = readHead(layout, page.title)
  const tail = readTail(layout, head)
  const dateline = findDateline(layout, tail.start, tail.end)
  const regions: Region[] = [...head.regions, ...tail.regions]
  if (head.title) regions.push({ kind: 'title', span: head.title })
  if (dateline) regions.push({ kind: 'dateline', span: dateline.span })
  const start = Math.min(dateline?.span[1] ?? tail.start, tail.end)
  return { head, dateline, body: [start, tail.end], regions: sortRegions(regions) }
}

type Facts = Pick<Article, 'outlet' | 'url' | 'published' | 'publishedFrom' | 'updated' | 'credits'>

function readFacts(layout: Layout, parts: Parts, { page, known }: { page: Page; known: Hints }): Facts {
  const stated = findStatedDates(layout, parts.head)
  const outlet = findOutlet(layout.words, known, page.site)
  const own = outlet.row ? listCell(outlet.row, 'names') : [outlet.name ?? '']
  const credits = findCredits({ layout, ...parts, own })
  return {
    outlet: outlet.name ?? findOwnOutlet(layout.words, findOpeningCredits(layout, parts)).name,
    url: known.url ?? null,
    ...resolvePublished([...page.published, ...stated.stated], known),
    updated: page.updated ?? stated.updated,
    credits,
  }
}

/** In order of position, each once. */
function sortRegions(regions: readonly Region[]): Region[] {
  const sorted = regions
    .filter(({ span }) => span[0] < span[1])
    .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
  return sorted.filter((region, i) => {
    const before = sorted[i - 1]
    const isSame =
      before?.kind === region.kind && before.span[0] === region.span[0] && before.span[1] === region.span[1]
    return !isSame
  })
}
