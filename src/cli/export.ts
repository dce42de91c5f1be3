/** `hasab export`: claims or articles of a record as JSON Lines or CSV, part by part. */
import type { Result } from '../model.ts'
import { type ArticleHit, type ClaimHit, openStore, type Page, type Part } from '../store/store.ts'
import { type Cell, writeCsvLine } from './csv.ts'
import { readFilter } from './find.ts'
import { failWith, type Io, say } from './io.ts'
import { tellChain } from './text.ts'
import { FILTERS, type Given, RECORD, textOf, USUAL_RECORD, type Verb } from './verb.ts'

const KINDS = ['claims', 'articles']
const FORMATS = ['jsonl', 'csv']
const PART = 200
const MARK = '\ufeff'

/** The verb `export`. */
export const EXPORT: Verb = {
  name: 'export',
  takes: 'claims|articles',
  words: [1, 1],
  options: [
    RECORD,
    { name: 'format', value: 'jsonl|csv' },
    ...FILTERS,
    { name: 'optional' },
    { name: 'bom' },
  ],
  run: runExport,
}

async function runExport(given: Given, io: Io): Promise<number> {
  const [kind = ''] = given.words
  const format = textOf(given, 'format') ?? 'jsonl'
  const filter = readFilter(given)
  if (!KINDS.includes(kind)) return misuse(io, 'usage.kind', { kind, kinds: KINDS.join(', ') })
  if (!FORMATS.includes(format)) return misuse(io, 'usage.kind', { kind: format, kinds: FORMATS.join(', ') })
  if ('misuse' in filter) return misuse(io, filter.misuse, { option: filter.option })
  const opened = await openStore(textOf(given, 'record') ?? USUAL_RECORD)
  if (!opened.ok) return failWith(io, opened.problem)
  const store = opened.value
  const all = { ...filter, optional: given.options.optional === true ? 'yes' : 'no' } as const
  const how = { isCsv: format === 'csv', hasMark: given.options.bom === true }
  try {
    if (kind === 'claims')
      return await exportAll(io, part => store.findClaims(all, part), { ...how, ...CLAIM_TABLE })
    return await exportAll(io, part => store.findArticles(all, part), { ...how, ...ARTICLE_TABLE })
  } finally {
    await store.close()
  }
}

function misuse(io: Io, key: string, values: Readonly<Record<string, string>>): number {
  io.tell(`${say(io, key, values)}\n`)
  return 2
}

interface Table<T> {
  readonly columns: readonly string[]
  readonly cells: (row: T) => readonly Cell[]
  readonly object: (row: T) => unknown
}

async function exportAll<T>(
  io: Io,
  find: (part: Part) => Promise<Result<Page<T>>>,
  how: Table<T> & { isCsv: boolean; hasMark: boolean },
): Promise<number> {
  if (how.isCsv) await io.out((how.hasMark ? MARK : '') + writeCsvLine(how.columns))
  let page: string | undefined
  do {
    const found = await find({ limit: PART, page })
    if (!found.ok) return failWith(io, found.problem)
    const lines = found.value.items.map(row =>
      how.isCsv ? writeCsvLine(how.cells(row)) : `${JSON.stringify(how.object(row))}\n`,
    )
    await io.out(lines.join(''))
    page = found.value.next ?? undefined
  } while (page !== undefined)
  return 0
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
