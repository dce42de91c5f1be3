/** HTML → visible text in lines, each with what the page's tags say that it is. */
import type { Edtf, RegionKind, Span } from '../model.ts'
import { foldWord } from '../text/fold.ts'
import { type Container, findContainer } from './container.ts'
import { countWords, type Line, readLine, trimSpan } from './lines.ts'
import { type Metadata, readDay, readMetadata } from './metadata.ts'
import type { Stated } from './published.ts'
import { type Walked, walkPage } from './walk.ts'

/** A page or plain text as lines, with what its head says of it. */
export interface Page {
  readonly text: string
  readonly format: 'text' | 'html'
  readonly lines: readonly Line[]
  readonly title: Span | null
  readonly site: string | null
  readonly url: string | undefined
  readonly published: readonly Stated[]
  readonly updated: Edtf | null
  readonly hasArticle: boolean
}

/** How far into a file the first tag may stand, and the tags that only pages have. */
const SNIFF = 2000
const OPENING =
  /^(?:\uFEFF|\s|<\?xml[^>]*>|<!--)*<(?:!doctype\s+html|html|head|body|article|section|main|div|p|h1|meta|title|script|link|table)\b/i
const TITLE_WORDS = 3
/** Share of links above which a line of the article is a pointer to another story. */
const LINKED = 0.8
/** Dated elements looked at: an article has one or two, a list of stories hundreds. */
const MOST_TIMES = 40

/** True for text that is HTML: it begins with a tag that pages begin with. */
export function isPage(text: string): boolean {
  return text.slice(0, SNIFF).includes('<') && OPENING.test(text.slice(0, SNIFF))
}

/**
 * Reads a page. Scripts, styles and hidden parts are left out; everything else that is shown is kept, and what is not
 * article is only labelled. The headline is put above the text where the page shows it nowhere.
 */
export function readPage(html: string): Page {
  const walked = walkPage(html)
  const metadata = readMetadata(walked)
  const container = findContainer(walked)
  const title = findTitle(walked, metadata)
  const added = title === null && metadata.headline ? `${cutSite(metadata.headline)}\n` : ''
  const first = walked.lines.findIndex((_, i) => container.inside[i])
  const place = { title, first, above: title ?? first, shift: added.length }
  const lines = walked.lines.map((_, i) => labelLine(walked, container, { ...place, i }))
  const head: Line[] = added === '' ? [] : [readLine(added, [0, added.length - 1], 'title')]
  const shown = walked.lines[title ?? -1]
  const span: Span | null = shown ? trimSpan(walked.text, [shown.start, shown.end]) : null
  return {
    text: added + walked.text,
    format: 'html',
    lines: [...head, ...lines],
    title: added === '' ? span : [0, added.length - 1],
    site: metadata.site,
    url: metadata.url ?? undefined,
    published: [...metadata.published, ...readTimes(walked, container)],
    updated: metadata.updated,
    hasArticle: container.box !== null,
  }
}

/** The line that says the headline: the first heading that says what the head of the page does, else the first heading. */
function findTitle(walked: Walked, { headline }: Metadata): number | null {
  const { text, lines, boxes } = walked
  const key = headline ? keyOf(cutSite(headline)) : ''
  const keys = lines.map(({ start, end, box }) =>
    isHeading(boxes[box]?.name) ? keyOf(text.slice(start, end)) : '',
  )
  const same = keys.findIndex(
    line => line.length > 8 && key !== '' && (key.includes(line) || line.includes(key)),
  )
  if (same >= 0) return same
  const said = lines.findIndex(({ start, end }) => key.length > 8 && keyOf(text.slice(start, end)) === key)
  if (said >= 0) return said
  const heading = lines.findIndex(
    ({ start, end, box }) => boxes[box]?.name === 'h1' && countWords(text, [start, end]) >= TITLE_WORDS,
  )
  return heading < 0 ? null : heading
}

function isHeading(name: string | undefined): boolean {
  return name === 'h1' || name === 'h2' || name === 'h3'
}

function keyOf(text: string): string {
  return foldWord(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A headline without the name of its site behind a bar, or behind a dash where the rest is long enough. */
function cutSite(headline: string): string {
  const at = Math.max(headline.lastIndexOf(' | '), headline.lastIndexOf(' - '), headline.lastIndexOf(' – '))
  const isSite =
    at > 0 && countWords(headline, [at, headline.length]) <= 4 && countWords(headline, [0, at]) > TITLE_WORDS
  return (isSite ? headline.slice(0, at) : headline).trim()
}

interface Labelling {
  readonly i: number
  /** The line of the headline, where the page shows it. */
  readonly title: number | null
  /** The first line of the article's box. */
  readonly first: number
  /** The line above which everything is menu. */
  readonly above: number
  readonly shift: number
}

/** A line with its region: by its tags; a menu above the headline; a list of other stories below the article. */
function labelLine(walked: Walked, container: Container, place: Labelling): Line {
  const { start, end } = walked.lines[place.i] ?? { start: 0, end: 0 }
  const line = readLine(walked.text, trimSpan(walked.text, [start, end]), findLabel(walked, container, place))
  return { ...line, start: line.start + place.shift, end: line.end + place.shift }
}

function findLabel(
  walked: Walked,
  container: Container,
  { i, title, first, above }: Labelling,
): RegionKind | null {
  if (i === title) return 'title'
  const region = container.regions[i] ?? null
  if (region) return region
  const { start = 0, end = 0, linked = 0 } = walked.lines[i] ?? {}
  if (container.inside[i]) return linked > LINKED * (end - start) ? 'related' : null
  if (i < above) return 'menu'
  return i < first ? null : 'related'
}

/** Dates of `<time>` elements: one that says it is that of publication, or the first beside the article's own lines. */
function readTimes(walked: Walked, container: Container): Stated[] {
  const isOwn = (at: number) => {
    const line = walked.lines.findIndex(({ end }) => end >= at)
    return line >= 0 && (container.regions[line] ?? null) === null
  }
  const own = walked.times.slice(0, MOST_TIMES).filter(({ at }) => isOwn(at))
  const chosen = own.find(({ isPublished }) => isPublished) ?? own[0]
  const date = readDay(chosen?.value)
  return date ? [{ date, from: 'metadata', isSure: true }] : []
}
