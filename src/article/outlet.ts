/** Which outlet an article was published by. */
import type { Row } from '../lexicon/tables.ts'
import { listCell } from '../lexicon/tables.ts'
import type { Hints } from '../model.ts'
import { foldWord } from '../text/fold.ts'

/** What is known of the outlet: the row of `lexicon/outlets.tsv`, or the name as the page or the hint gives it. */
export interface Outlet {
  readonly row: Row | null
  /** Id of the row; else the name; else the host of the address; `null` where nothing says. */
  readonly name: string | null
}

/** Hosts that carry the pages of many outlets, and say nothing of which. */
const SHARED = new Set(['facebook.com', 'x.com', 'twitter.com', 't.me', 'telegram.me', 'youtube.com', 'instagram.com', 'medium.com', 'web.archive.org', 'archive.org', 'archive.ph', 'news.google.com'])

/**
 * The outlet by the host of its address, else by its name. A name alone does not decide against an address: many papers
 * are called "الوطن". `{ url: 'https://www.aljazeera.net/…' }` → row `aljazeera`.
 */
export function findOutlet(rows: readonly Row[], hints: Hints, siteName: string | null): Outlet {
  const host = findHost(hints.url)
  const byHost = host ? findByHost(rows, host) : null
  if (byHost) return { row: byHost, name: byHost.id }
  const name = hints.outlet?.trim() || siteName?.trim() || null
  const byName = name ? findByName(rows, name) : null
  const isOther = host !== null && byName !== null && (byName.cells.domain ?? '') !== ''
  if (byName && !isOther) return { row: byName, name: byName.id }
  return { row: null, name: name ?? host }
}

/** The host of an address without `www.`; of an archived copy, that of the page; `null` for a shared host. */
export function findHost(url: string | undefined): string | null {
  const address = url?.slice(Math.max(0, url.lastIndexOf('http')))
  if (!address || !URL.canParse(address)) return null
  const host = new URL(address).hostname.replace(/^(www|m|amp|mobile)\./, '')
  return host === '' || SHARED.has(host) ? null : host
}

/** The row with the longest domain that `host` is or lies under. */
function findByHost(rows: readonly Row[], host: string): Row | null {
  let best: { row: Row; size: number } | null = null
  for (const row of rows) {
    for (const domain of listCell(row, 'domain')) {
      const isUnder = host === domain || host.endsWith(`.${domain}`)
      if (isUnder && domain.length > (best?.size ?? 0)) best = { row, size: domain.length }
    }
  }
  return best?.row ?? null
}

/** The row that has `name` as its id, name or English name; a host is looked up as one. */
export function findByName(rows: readonly Row[], name: string): Row | null {
  const key = foldWord(name).trim()
  const listNames = (row: Row) => [row.id, row.cells.en ?? '', ...listCell(row, 'names')]
  return rows.find(row => listNames(row).some(other => foldWord(other) === key)) ?? findByHost(rows, key)
}
