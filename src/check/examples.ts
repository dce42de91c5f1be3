/** The example of a row is its test: read as an article, it must make that very row fire. */
import { findDrafts } from '../claims/claims.ts'
import { findCues } from '../claims/cues.ts'
import { type Reader, readSheet } from '../claims/sheet.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { findHits } from '../lexicon/match.ts'
import { type Row, TABLE_NAMES, type TableName } from '../lexicon/tables.ts'
import { findMentions } from '../mentions/mentions.ts'
import type { Article, Mention, Problem } from '../model.ts'
import { readText } from '../text/text.ts'

/** The day on which every example is taken to be published; rows of the calendar count from it. */
export const EXAMPLE_DAY = '2017-11-02'

/** Tables whose rows are not words of a text. */
const WITHOUT_EXAMPLE: ReadonlySet<TableName> = new Set(['weights'])

const CUES: ReadonlySet<TableName> = new Set(['reporting-verbs', 'attribution-phrases'])

/** Problems `example-missing` and `example-silent`: rows that have no example, and rows that theirs does not make fire. */
export function checkExamples(lexicon: Lexicon): Problem[] {
  return TABLE_NAMES.filter(name => !WITHOUT_EXAMPLE.has(name)).flatMap(name =>
    lexicon.tables[name].flatMap(row => checkExample(lexicon, row)),
  )
}

function checkExample(lexicon: Lexicon, row: Row): Problem[] {
  const where = `lexicon/${row.table}.tsv:${row.line}`
  const { example = '' } = row.cells
  if (example === '') return [{ code: 'example-missing', where, values: { id: row.id } }]
  const fired = findFired(readExample(example, lexicon), row.table)
  if (fired.has(row.id)) return []
  const found = [...fired].join(', ') || '—'
  return [{ code: 'example-silent', where, values: { id: row.id, example, found } }]
}

/** Reads a sentence as an article without a headline, an outlet or a page around it. */
function readExample(example: string, lexicon: Lexicon): Reader {
  const article = makeArticle(example, lexicon.version)
  const text = readText(example)
  const hits = findHits(text, lexicon)
  const mentions = findMentions(text, hits, { lexicon, published: EXAMPLE_DAY, outlet: null })
  return { article, text, mentions, hits, lexicon }
}

/** An article that is nothing but its text. */
export function makeArticle(text: string, lexicon: string): Article {
  return {
    id: 'example',
    name: 'example',
    text,
    format: 'text',
    outlet: null,
    url: null,
    title: null,
    published: EXAMPLE_DAY,
    publishedFrom: 'hint',
    updated: null,
    credits: [],
    body: [0, text.length],
    regions: [],
    lexicon,
  }
}

/** Ids of the rows of a table that an example made fire, in the way in which that table's rows do. */
function findFired(reader: Reader, table: TableName): ReadonlySet<string> {
  if (table === 'events')
    return new Set(findDrafts(reader).drafts.flatMap(({ because }) => findRows(because, table)))
  if (CUES.has(table)) return findCueRows(reader, table)
  if (table === 'actors' || table === 'places') return findNamed(reader.mentions, table)
  return new Set(reader.hits.filter(({ row }) => row.table === table).map(({ row }) => row.id))
}

function findRows(because: readonly string[], table: TableName): string[] {
  const mark = `${table}/`
  return because.filter(reason => reason.startsWith(mark)).map(reason => reason.slice(mark.length))
}

/** Cues that say who says; words that only say where it was said, or that it could not be verified, are found as words. */
function findCueRows(reader: Reader, table: TableName): ReadonlySet<string> {
  const cues = findCues(readSheet(reader)).flatMap(({ because }) => findRows([because], table))
  const around = reader.hits
    .filter(({ row }) => row.table === table && isAround(row))
    .map(({ row }) => row.id)
  return new Set([...cues, ...around])
}

function isAround({ cells }: Row): boolean {
  return ['before', 'around', 'doubt', 'own'].includes(cells.side ?? '')
}

/** Rows that the wording of a mention is of, and rows that it means. */
function findNamed(mentions: readonly Mention[], table: 'actors' | 'places'): ReadonlySet<string> {
  const ids = mentions.flatMap(mention => {
    if (table === 'actors' && mention.kind === 'actor') return [mention.actor, mention.row ?? null]
    return table === 'places' && mention.kind === 'place' ? [mention.place] : []
  })
  return new Set(ids.filter(id => id !== null))
}
