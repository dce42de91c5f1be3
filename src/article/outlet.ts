/** Which outlet an article was published by. */
import type { Row } from '../lexicon/tables.ts'
import type { Credit, Hints } from '../model.ts'
import { foldWord } from '../text/fold.ts'
import type { Words } from './words.ts'

/** What is known of the outlet: the row of `lexicon/outlets.tsv`, or the name as the page or the hint gives it. */
export interface Outlet {
  readonly row: Row | null
  /** Id of the row; else the name; else the host of the address; `null` where nothing says. */
  readonly name: string | null
}

/** Hosts that carry the pages of many outlets, and say nothing of which. */
const SHARED = new Set([
  'facebook.com',
  'x.com',
  'twitter.com',
  't.me',
  'telegram.me',
  'youtube.com',
  'instagram.com',
  'medium.com',
  'web.archive.org',
  'archive.org',
  'archive.ph',
  'news.google.com',
])

/**
 * The outlet by the host of its address, else by its name. A name alone does not decide against an address: many papers
 * are called "الوطن". `{ url: 'https://www.aljazeera.net/…' }` → row `aljazeera`.
 */
export function findOutlet(words: Words, hints: Hints, siteName: string | null): Outlet {
  const host = findHost(hints.url)
  const byHost = host ? findByHost(words, host) : null
  if (byHost) return { row: byHost, name: byHost.id }
  const name = hints.outlet?.trim() || siteName?.trim() || null
  const byName = name ? findByName(words, name) : null
  const isOther = host !== null && byName !== null && (byName.cells.domain ?? '') !== ''
  if (byName && !isOther) return { row: byName, name: byName.id }
  return { row: null, name: name ?? host }
}

/**
 * The outlet that a text names as its own beside agencies, where nothing else says: "دمشق - عنب بلدي". A name that several
 * outlets bear is given as it stands.
 */
export function findOwnOutlet(words: Words, credits: readonly Credit[]): Outlet {
  const rows = credits.flatMap(({ text }) => words.names.get(foldWord(text)) ?? [])
  const papers = rows.filter(({ cells }) => cells.kind !== 'agency')
  const [only] = papers
  if (!only || papers.length > 1) return { row: null, name: null }
  const isShared = only.cells.note?.includes('ambiguous') === true
  const said = credits.find(({ text }) => words.names.get(foldWord(text)) === only)
  return isShared ? { row: null, name: said?.text ?? null } : { row: only, name: only.id }
}

/** The host of an address without `www.`; of an archived copy, that of the page; `null` for a shared host. */
export function findHost(url: string | undefined): string | null {
  const address = url?.slice(Math.max(0, url.lastIndexOf('http')))
  if (!address || !URL.canParse(address)) return null
  const host = new URL(address).hostname.replace(/^(www|m|amp|mobile)\./, '')
  return host === '' || SHARED.has(host) ? null : host
}

/** The row whose domain `host` is or lies under, the longest first: `arabic.rt.com`, then `rt.com`. */
function findByHost({ hosts }: Words, host: string): Row | null {
  for (let domain = host; domain !== ''; domain = domain.slice(domain.indexOf('.') + 1)) {
    const row = hosts.get(domain)
    if (row) return row
    if (!domain.includes('.')) break
  }
  return null
}

/** The row that has `name` as its id, name or English name; a host is looked up as one. */
function findByName(words: Words, name: string): Row | null {
  const key = foldWord(name).trim()
  return words.names.get(key) ?? findByHost(words, key)
}
