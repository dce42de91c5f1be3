/** The words of the lexicon that this stage needs, indexed once for each lexicon. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import { listCell, type Row } from '../lexicon/tables.ts'
import { foldWord } from '../text/fold.ts'
import { indexPhrases, type PhraseIndex } from './phrases.ts'

/** What an article page is full of: furniture (`regions`), names of outlets, names of months and weekdays. */
export interface Words {
  readonly regions: PhraseIndex
  readonly outlets: PhraseIndex
  readonly calendar: PhraseIndex
  /** Outlets by domain, and by folded id and names. */
  readonly hosts: ReadonlyMap<string, Row>
  readonly names: ReadonlyMap<string, Row>
}

/** English months stand on Arabic pages too: a post of a social network, a theme that was never translated. */
const ENGLISH =
  'January|Jan February|Feb March|Mar April|Apr May June|Jun July|Jul August|Aug September|Sep|Sept October|Oct November|Nov December|Dec'

const indexed = new WeakMap<Lexicon, Words>()

/** The words of a lexicon, from memory after the first time. */
export function indexWords(lexicon: Lexicon): Words {
  const known = indexed.get(lexicon)
  if (known) return known
  const { regions, outlets, calendar } = lexicon.tables
  const words = {
    regions: indexPhrases(regions, ['phrase']),
    outlets: indexPhrases(outlets, ['names', 'en']),
    calendar: indexPhrases([...calendar.filter(isDay), ...readEnglish()], ['word', 'forms'], true),
    hosts: indexRows(outlets, row => listCell(row, 'domain')),
    names: indexRows(outlets, row => [row.id, row.cells.en ?? '', ...listCell(row, 'names')].map(foldWord)),
  }
  indexed.set(lexicon, words)
  return words
}

/** Rows by each of their keys; the first row that has a key keeps it. */
function indexRows(rows: readonly Row[], listKeys: (row: Row) => string[]): Map<string, Row> {
  const index = new Map<string, Row>()
  for (const row of rows) for (const key of listKeys(row)) if (!index.has(key)) index.set(key, row)
  return index
}

/** Months and weekdays; the other words of the calendar ("yesterday", "dawn") date no page. */
function isDay(row: Row): boolean {
  const means = row.cells.means ?? ''
  return means.startsWith('month:') || means.startsWith('weekday:')
}

function readEnglish(): Row[] {
  return ENGLISH.split(' ').map((forms, i) => ({
    table: 'calendar',
    id: forms,
    line: 0,
    cells: { word: '', forms, means: `month:${i + 1}`, calendar: 'gregorian' },
  }))
}
