/** Places of the user's own as lines of `places.tsv`, fitted into what the lexicon already has. */
import { foldWord } from '../text/fold.ts'
import type { UserPlace } from './gazetteer.ts'
import type { Lexicon } from './lexicon.ts'
import { listCell, type Row, TABLES } from './tables.ts'

/** Ids of the user's places begin so. */
const OWN = 'own-'
const HOLDERS: ReadonlySet<string> = new Set(['country', 'governorate', 'district', 'city', 'town'])

/** What the lexicon has, as look-ups for fitting new places in. */
export interface Fitting {
  /** Row ids by p-code, by id and by folded name of what may hold a place. */
  readonly holders: ReadonlyMap<string, string>
  /** Folded names that the lexicon has and takes for no ordinary word. */
  readonly plain: ReadonlySet<string>
}

/** Prepares the lexicon for fitting; linear in its places. */
export function readFitting(lexicon: Lexicon): Fitting {
  const holders = new Map<string, string>()
  const plain = new Set<string>()
  for (const row of lexicon.tables.places) {
    const names = [row.cells.name ?? '', ...listCell(row, 'also')].map(foldWord)
    if (row.cells.ambiguous !== 'yes') for (const name of names) plain.add(name)
    if (HOLDERS.has(row.cells.kind ?? ''))
      for (const key of [row.id, row.cells.pcode ?? '', ...names]) addHolder(holders, key, row)
  }
  return { holders, plain }
}

function addHolder(holders: Map<string, string>, key: string, row: Row): void {
  if (key !== '' && !holders.has(key)) holders.set(key, row.id)
}

/**
 * A line of `places.tsv`. A name of one word counts as one that may be an ordinary word, unless the lexicon knows it for a
 * place already: a gazetteer of every hamlet has names like "the bridge" and "the new one".
 */
export function writePlace(place: UserPlace, { holders, plain }: Fitting): string {
  const within =
    place.parents.map(parent => holders.get(parent) ?? holders.get(foldWord(parent))).find(Boolean) ?? ''
  const names = [place.name, ...place.also].map(clean)
  const isDoubtful = !clean(place.name).includes(' ') && !plain.has(foldWord(clean(place.name)))
  const cells: Readonly<Record<string, string>> = {
    id: OWN + clean(place.id).replaceAll(' ', '-'),
    en: clean(place.en),
    name: names[0] ?? '',
    also: [...new Set(names.slice(1))].join('|'),
    kind: clean(place.kind),
    within,
    lat: place.lat === null ? '' : String(round(place.lat)),
    lon: place.lon === null ? '' : String(round(place.lon)),
    precision: place.lat === null ? 'containment' : 'point',
    pcode: place.pcode,
    geonames: place.geonames,
    ambiguous: isDoubtful ? 'yes' : '',
  }
  return TABLES.places.columns.map(column => cells[column] ?? '').join('\t')
}

function clean(words: string): string {
  return words.replaceAll(/[\t\n\r|]+/g, ' ').trim()
}

/** Four decimals: eleven metres. */
function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}
