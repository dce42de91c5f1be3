/** Names spelt with the article that the table leaves off, or without the one it has: "بلدة الكفريا", "غوطة الشرقية". */
import { DEFINITE } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import { type Row, tableBit } from '../lexicon/tables.ts'
import type { Name } from './names.ts'
import type { Scene } from './scene.ts'

const PLACES = tableBit('places')
const ARTICLE = '\u0627\u0644'

/** A place's name at `token`, its article put on or taken off; after a kind word this is safe. Undefined where none fits. */
export function findVariant(scene: Scene, token: number): Name | undefined {
  const word = scene.text.tokens[token]
  if (word?.kind !== 'word') return undefined
  const rows = word.form.startsWith(ARTICLE) ? listBare(scene, token) : listDefinite(scene, word.form)
  if (rows.length === 0) return undefined
  const span = [word.start, word.end] as const
  const places = rows.map(row => hitOf(row, { token, span }))
  return { from: token, to: token + 1, span, clitics: 0, actors: [], shorts: [], outlets: [], places }
}

/** Rows whose name is the word without its article. */
function listBare(scene: Scene, token: number): Row[] {
  const end = scene.firstHit[token + 1] ?? scene.hits.length
  const hits = scene.hits.slice(scene.firstHit[token] ?? end, end)
  const isBare = ({ table, clitics, to }: Hit): boolean =>
    table === PLACES && clitics === DEFINITE && to === token + 1
  return hits.filter(isBare).map(({ row }) => row)
}

/** Rows whose name is the word with an article. */
function listDefinite({ lexicon }: Scene, form: string): Row[] {
  const entries = lexicon.phrases.get(ARTICLE + form) ?? []
  return entries
    .filter(({ table, words, exact }) => table === PLACES && exact === null && !words.includes(' '))
    .map(({ row }) => row)
}

function hitOf(row: Row, { token, span }: { token: number; span: readonly [number, number] }): Hit {
  return {
    row,
    column: 'name',
    table: PLACES,
    kinds: -1,
    from: token,
    to: token + 1,
    clitics: 0,
    pronoun: '',
    span,
  }
}
