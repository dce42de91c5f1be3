/** Looks at single words of a text through the eyes of the lexicon. */
import { AND, AS, BY, DEFINITE, TO } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import { kindBits, type Row, type TableName, tableBit } from '../lexicon/tables.ts'
import type { Span } from '../model.ts'
import { BRACKET, CLOSE_QUOTE, DASH, OPEN_QUOTE, OTHER_MARK, PLAIN_QUOTE } from '../text/units.ts'
import type { Scene } from './scene.ts'

/** min, "of, from", and fi, "in": grammar, not words of the lexicon. */
const OF = '\u0645\u0646'
const IN = '\u0641\u064a'
const ARTICLE = '\u0627\u0644'
const INNER = OPEN_QUOTE | CLOSE_QUOTE | PLAIN_QUOTE | BRACKET | DASH | OTHER_MARK
const FRONT = AND | BY | TO | AS

/** Words of a table, by the kinds that its rows have; of any kind where `kinds` is empty. */
export interface Words {
  readonly table: TableName
  /** The bits of the table and the kinds in `scene.tables` and `scene.kinds`: most tokens begin no hit of them. */
  readonly bit: number
  readonly mask: number
  readonly kinds: ReadonlySet<string>
}

/** `wordsOf('particles', 'force fighter')`; `wordsOf('place-words')` for all. */
export function wordsOf(table: TableName, kinds = ''): Words {
  const list = kinds === '' ? [] : kinds.split(' ')
  return { table, bit: tableBit(table), mask: kindBits(list), kinds: new Set(list) }
}

/** The kinds of a row, remembered: they are asked for at every word. */
const kindsOfRow = new WeakMap<Row, readonly string[]>()

/** The kinds of a row: its cell may list several. */
export function listKinds(row: Row): readonly string[] {
  let kinds = kindsOfRow.get(row)
  if (kinds === undefined) {
    kinds = (row.cells.kind ?? '').split('|')
    kindsOfRow.set(row, kinds)
  }
  return kinds
}

/** The longest hit among `words` that begins at `token`; undefined where none does. */
export function findWord(scene: Scene, token: number, words: Words): Hit | undefined {
  if (!mayBegin(scene, token, words)) return undefined
  const end = scene.firstHit[token + 1] ?? scene.hits.length
  for (let i = scene.firstHit[token] ?? end; i < end; i++) {
    const hit = scene.hits[i] as Hit
    if (isAmong(hit, words)) return hit
  }
  return undefined
}

/** False for most tokens, and at once. */
function mayBegin(scene: Scene, token: number, { bit, mask }: Words): boolean {
  return ((scene.tables[token] ?? 0) & bit) !== 0 && ((scene.kinds[token] ?? 0) & mask) !== 0
}

function isAmong(hit: Hit, { bit, mask, kinds }: Words): boolean {
  if (hit.table !== bit || (hit.kinds & mask) === 0) return false
  return kinds.size === 0 || listKinds(hit.row).some(kind => kinds.has(kind))
}

/** Phrases of tables that are looked for backwards are no longer than this. */
const MOST_BACK = 4

/** A hit among `words` that ends just before `token`, with nothing between them; undefined where none does. */
export function findWordBefore(scene: Scene, token: number, words: Words): Hit | undefined {
  if (!isJoined(scene, token)) return undefined
  for (let start = token - 1; start >= 0 && start >= token - MOST_BACK; start--) {
    if (!mayBegin(scene, start, words)) continue
    const end = scene.firstHit[start + 1] ?? scene.hits.length
    for (let i = scene.firstHit[start] ?? end; i < end; i++) {
      const hit = scene.hits[i] as Hit
      if (hit.to === token && isAmong(hit, words)) return hit
    }
  }
  return undefined
}

const CLASSES = tableBit('classes')

/** The longest hit of a class of `lexicon/classes.tsv` that begins at `token`: `findClass(scene, at, 'feminine')`; undefined where none does. */
export function findClass(scene: Scene, token: number, name: string): Hit | undefined {
  if (((scene.tables[token] ?? 0) & CLASSES) === 0) return undefined
  const end = scene.firstHit[token + 1] ?? scene.hits.length
  for (let i = scene.firstHit[token] ?? end; i < end; i++) {
    const hit = scene.hits[i] as Hit
    if (hit.table === CLASSES && hit.row.id === name) return hit
  }
  return undefined
}

/** True where the words of one phrase may go on at `token`: no comma, stop or new line stands before it. */
export function isJoined(scene: Scene, token: number): boolean {
  const next = scene.text.tokens[token]
  return next !== undefined && (next.gap & ~INNER) === 0
}

/** True for a word with a conjunction or preposition written onto it. */
export function hasFront(clitics: number): boolean {
  return (clitics & FRONT) !== 0
}

/** True for "of", "from". */
export function isOf(scene: Scene, token: number): boolean {
  return scene.text.tokens[token]?.form === OF
}

/** True for "in". */
export function isIn(scene: Scene, token: number): boolean {
  return scene.text.tokens[token]?.form === IN
}

/** True for a word with the article, whether the table lists it so or the text adds it. */
export function isDefinite(scene: Scene, hit: Hit): boolean {
  return (hit.clitics & DEFINITE) !== 0 || scene.text.text.startsWith(ARTICLE, hit.span[0])
}

/** Where a word begins with its article: "القوات" of "والقوات"; of "للقوات" the lam before it. */
export function findStart({ text }: Scene, { clitics, span }: Hit): number {
  if (!(clitics & DEFINITE)) return span[0]
  return text.text.startsWith(ARTICLE, span[0] - 2) ? span[0] - 2 : span[0] - 1
}

/** The stretch of text from the beginning of one piece to the end of a token. */
export function spanTo(scene: Scene, start: number, token: number): Span {
  return [start, scene.text.tokens[token]?.end ?? start]
}
