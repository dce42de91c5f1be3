/** What the head of a page says of its article: linked data, `<meta>`, the address. */
import type { Edtf } from '../model.ts'
import type { Stated } from './published.ts'
import type { Walked } from './walk.ts'

/** Facts that a page states for machines; `null` where it does not. */
export interface Metadata {
  readonly headline: string | null
  readonly site: string | null
  readonly url: string | null
  readonly published: readonly Stated[]
  readonly updated: Edtf | null
}

/** Names of `<meta>` that hold the date of publication, the surest first. */
const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'og:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'article.published',
  'article:post_date',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'date',
]
const UPDATED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
]
/** Linked data is nested this deep at most; deeper is hostile. */
const MOST_NODES = 2000
const ARTICLE = /article|posting|report|newsitem|webpage/i

interface Linked {
  headline?: string
  published?: string
  modified?: string
  publisher?: string
  url?: string
}

/** Reads the facts; linked data is asked before `<meta>`, as it names what it dates. */
export function readMetadata({ meta, data, canonical, title }: Walked): Metadata {
  const linked = data.map(readLinked).find(({ published, headline }) => published || headline) ?? {}
  const pick = (names: readonly string[]) =>
    names.map(name => meta.get(name)).find(value => value !== undefined)
  const dates = [linked.published, ...PUBLISHED.map(name => meta.get(name))].flatMap(
    value => readDay(value) ?? [],
  )
  return {
    headline: linked.headline ?? pick(['og:title', 'twitter:title', 'headline', 'dc.title']) ?? title,
    site: pick(['og:site_name', 'application-name', 'dc.publisher']) ?? linked.publisher ?? null,
    url: canonical ?? pick(['og:url']) ?? linked.url ?? null,
    published: dates.slice(0, 1).map(date => ({ date, from: 'metadata', isSure: true })),
    updated: readDay(linked.modified ?? pick(UPDATED)),
  }
}

/** The day of a date for machines, as its own clock has it: `2017-11-02T23:30:00+03:00` → `2017-11-02`. */
export function readDay(value: string | undefined): Edtf | null {
  const match = /^\s*((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(value ?? '')
  if (match) return match.slice(1, 4).join('-')
  const time = /[a-z]{3}/i.test(value ?? '') ? Date.parse(value ?? '') : Number.NaN
  return Number.isNaN(time) || time < 0 ? null : new Date(time).toISOString().slice(0, 10)
}

/** The article's node of one script of linked data; nothing where the script is broken, as many are. */
function readLinked(content: string): Linked {
  try {
    return findLinked(JSON.parse(content.replace(/[\t\n\r]+/g, ' ').trim()))
  } catch (error) {
    if (error instanceof SyntaxError) return readBroken(content)
    throw error
  }
}

/** Dates out of linked data that is no JSON, for want of an escaped quote in a headline, say. */
function readBroken(content: string): Linked {
  const published = /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(content)?.[1]
  const modified = /"dateModified"\s*:\s*"([^"]{8,40})"/.exec(content)?.[1]
  return { ...(published && { published }), ...(modified && { modified }) }
}

function findLinked(root: unknown): Linked {
  const queue: unknown[] = [root]
  let other: Linked = {}
  for (let i = 0; i < queue.length && i < MOST_NODES; i++) {
    const node = queue[i]
    if (Array.isArray(node)) queue.push(...node.slice(0, MOST_NODES))
    if (!isNode(node)) continue
    const linked = readNode(node)
    const isArticle = ARTICLE.test(String(node['@type'] ?? ''))
    if (isArticle && linked.published) return linked
    if (linked.published || linked.headline) other = { ...linked, ...other }
    queue.push(node['@graph'], node.mainEntity, node.mainEntityOfPage)
  }
  return other
}

type Node = Readonly<Record<string, unknown>>

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}

function readNode(node: Node): Linked {
  const publisher = isNode(node.publisher) ? node.publisher.name : undefined
  const fields = {
    headline: node.headline,
    published: node.datePublished,
    modified: node.dateModified,
    publisher,
    url: node.url,
  }
  const texts = Object.entries(fields).filter(([, value]) => typeof value === 'string' && value !== '')
  return Object.fromEntries(texts) as Linked
}
