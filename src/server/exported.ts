/** What a filter leaves of a record as lines of JSON or CSV, part by part: the same from the command line and from the desk. */
import type { Claim, Result } from '../model.ts'
import type { ArticleHit, ClaimArticle, ClaimHit, Filter, Page, Part, Store } from '../store/store.ts'
import { type Cell, writeCsvLine } from './csv.ts'

/** What can be exported. */
export const EXPORT_KINDS = ['claims', 'articles'] as const
/** How it can be written. */
export const EXPORT_FORMATS = ['jsonl', 'csv'] as const

/** What to export. `hasMark`: begin with a byte order mark, by which spreadsheets know UTF-8. */
export interface ExportWish {
  readonly kind: (typeof EXPORT_KINDS)[number]
  readonly format: (typeof EXPORT_FORMATS)[number]
  readonly filter: Filter
  readonly hasMark: boolean
}

const PART = 200
const MARK = '\ufeff'

/** The lines of an export, some hundred at a time; a problem ends it. */
export function exportLines(store: Store, wish: ExportWish): AsyncGenerator<Result<string>> {
  const { kind, filter } = wish
  if (kind === 'claims') return listLines(part => store.findClaims(filter, part), CLAIM_TABLE, wish)
  return listLines(part => store.findArticles(filter, part), ARTICLE_TABLE, wish)
}

interface Table<T> {
  readonly columns: readonly string[]
  readonly cells: (row: T) => readonly Cell[]
  readonly object: (row: T) => unknown
}

async function* listLines<T>(
  find: (part: Part) => Promise<Result<Page<T>>>,
  table: Table<T>,
  { format, hasMark }: ExportWish,
): AsyncGenerator<Result<string>> {
  if (format === 'csv') yield { ok: true, value: (hasMark ? MARK : '') + writeCsvLine(table.columns) }
  let page: string | undefined
  do {
    const found = await find({ limit: PART, page })
    if (!found.ok) return yield found
    const lines = found.value.items.map(row =>
      format === 'csv' ? writeCsvLine(table.cells(row)) : `${JSON.stringify(table.object(row))}\n`,
    )
    yield { ok: true, value: lines.join('') }
    page = found.value.next ?? undefined
  } while (page !== undefined)
}

/** Who says so, the nearest first; the outlet itself where it speaks in its own voice: `local source < agency < outlet`. */
export function tellChain(claim: Claim, article: Pick<ClaimArticle, 'outlet' | 'name'>): string {
  const outlet = article.outlet ?? article.name
  return [...claim.sources.map(({ text }) => text), outlet].join(' < ')
}

const CLAIM_COLUMNS: Readonly<Record<string, (claim: ClaimHit) => Cell>> = {
  article_id: ({ article }) => article.id,
  article: ({ article }) => article.name,
  outlet: ({ article }) => article.outlet,
  published: ({ article }) => article.published,
  claim: ({ id }) => id,
  family: ({ family }) => family,
  type: ({ type }) => type,
  modality: ({ modality }) => modality,
  evidence: ({ evidence }) => evidence,
  start: ({ span }) => span[0],
  end: ({ span }) => span[1],
  agent_ids: ({ agent }) => join(agent.map(({ actor }) => actor)),
  agents: ({ agent }) => join(agent.map(({ text }) => text)),
  target_ids: ({ target }) => join(target.map(({ actor }) => actor)),
  targets: ({ target }) => join(target.map(({ text }) => text)),
  place_ids: ({ places }) => join(places.map(({ place }) => place)),
  places: ({ places }) => join(places.map(({ text }) => text)),
  place_roles: ({ places }) => join(places.map(({ role }) => role)),
  lat: ({ places }) => places.find(({ lat }) => lat !== null)?.lat ?? null,
  lon: ({ places }) => places.find(({ lon }) => lon !== null)?.lon ?? null,
  time: ({ time }) => time,
  time_from: ({ timeFrom }) => timeFrom,
  count_what: ({ count }) => count?.what ?? null,
  count_min: ({ count }) => count?.min ?? null,
  count_max: ({ count }) => count?.max ?? null,
  outcome: ({ count }) => join(count?.outcome ?? []),
  sources: ({ sources }) => join(sources.map(({ text }) => text)),
  source_kinds: ({ sources }) => join(sources.map(({ kind }) => kind)),
  chain: claim => tellChain(claim, claim.article),
  stance: ({ stance }) => stance,
  optional: ({ optional }) => optional,
}

const ARTICLE_COLUMNS: Readonly<Record<string, (article: ArticleHit) => Cell>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  outlet: ({ outlet }) => outlet,
  url: ({ url }) => url,
  title: ({ title }) => title,
  published: ({ published }) => published,
  published_from: ({ publishedFrom }) => publishedFrom,
  credits: ({ credits }) => join(credits),
  characters: ({ characters }) => characters,
  claims: ({ claims }) => claims,
  places: ({ places }) => places,
}

/** Several values of one cell; an empty one keeps its place. */
function join(values: readonly (string | null)[]): string {
  return values.map(value => value ?? '').join('|')
}

const CLAIM_TABLE: Table<ClaimHit> = {
  columns: Object.keys(CLAIM_COLUMNS),
  cells: claim => Object.values(CLAIM_COLUMNS).map(read => read(claim)),
  object: ({ before: _before, after: _after, hits: _hits, ...claim }) => claim,
}

const ARTICLE_TABLE: Table<ArticleHit> = {
  columns: Object.keys(ARTICLE_COLUMNS),
  cells: article => Object.values(ARTICLE_COLUMNS).map(read => read(article)),
  object: ({ snippet: _snippet, ...article }) => article,
}
