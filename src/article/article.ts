/** bytes → article: decoded, its furniture labelled, with title, outlet, credits and dates. */
import { hash } from 'node:crypto'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { listCell } from '../lexicon/tables.ts'
import type { Article, Hints, Region, Result } from '../model.ts'
import { findCredits, findDateline } from './credits.ts'
import { decodeBytes } from './decode.ts'
import { readHead } from './head.ts'
import type { Layout } from './layout.ts'
import { splitLines } from './lines.ts'
import { findOutlet } from './outlet.ts'
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
  // 2. text or page → visible text, with what its tags and its head say
  const words = indexWords(lexicon)
  const page = isPage(decoded.value.text) ? readPage(decoded.value.text) : readPlain(decoded.value.text)
  const text = page.text
  if (text.trim() === '') return { ok: false, problem: { code: 'empty-file', where, values: {} } }
  if (!ARABIC.test(text)) return { ok: false, problem: { code: 'no-arabic', where, values: {} } }
  if (!page.hasArticle) return { ok: false, problem: { code: 'no-article', where, values: {} } }
  // 3. lines and furniture → headline, body, regions
  const layout: Layout = {
    text,
    words,
    lines: page.lines,
    found: findPhrases(text, [0, text.length], words.regions),
  }
  const head = readHead(layout, page.title)
  const tail = readTail(layout, head)
  const dateline = findDateline(layout, tail.start, tail.end)
  const body = [Math.min(dateline?.span[1] ?? tail.start, tail.end), tail.end] as const
  // 4. outlet, credits, dates
  const known = { ...hints, url: hints.url ?? page.url }
  const outlet = findOutlet(words, known, page.site)
  const own = outlet.row ? listCell(outlet.row, 'names') : [outlet.name ?? '']
  const regions = sortRegions([...head.regions, ...tail.regions, ...readDateline(dateline, head)])
  const stated = findStatedDates(layout, head)
  const { published, publishedFrom } = resolvePublished([...page.published, ...stated.stated], known)
  return {
    ok: true,
    value: {
      id: hash('sha256', bytes),
      name: hints.name ?? '',
      text,
      format: page.format,
      outlet: outlet.name,
      url: known.url ?? null,
      title: head.title ? { span: head.title } : null,
      published,
      publishedFrom,
      updated: page.updated ?? stated.updated,
      credits: findCredits({ layout, head, dateline, body, regions, own }),
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

function readDateline(
  dateline: ReturnType<typeof findDateline>,
  head: { title: Article['title'] extends null ? never : readonly [number, number] | null },
): Region[] {
  const title: Region[] = head.title ? [{ kind: 'title', span: head.title }] : []
  return dateline ? [...title, { kind: 'dateline', span: dateline.span }] : title
}

/** In order of position, each once. */
function sortRegions(regions: readonly Region[]): Region[] {
  const sorted = regions
    .filter(({ span }) => span[0] < span[1])
    .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
  return sorted.filter((region, i) => {
    const before = sorted[i - 1]
    return (
      !before ||
      before.kind !== region.kind ||
      before.span[0] !== region.span[0] ||
      before.span[1] !== region.span[1]
    )
  })
}
