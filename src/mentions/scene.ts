/** What the finders of mentions share: the text, its hits by token, the names chosen, and what is known from outside. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Hit } from '../lexicon/match.ts'
import type { Edtf } from '../model.ts'
import type { Text } from '../text/text.ts'
import { chooseNames, type Name } from './names.ts'

/** What is known from outside the text and decides what its words mean. */
export interface MentionContext {
  readonly lexicon: Lexicon
  readonly published: Edtf | null
  readonly outlet: string | null
}

export interface Scene extends MentionContext {
  readonly text: Text
  readonly hits: readonly Hit[]
  /** For each token the index of the first hit that begins there; one more at the end. */
  readonly firstHit: Uint32Array
  /** For each token the tables that have a hit beginning there, as a mask of `tableBit`. */
  readonly tables: Uint32Array
  /** For each token the kinds of the hits that begin there, as a mask of `kindBits`. */
  readonly kinds: Int32Array
  readonly names: readonly Name[]
  /** For each token the index in `names` of the name that covers it, -1 where none does. */
  readonly nameOver: Int32Array
}

/** Prepares the text for the finders; linear. */
export function readScene(text: Text, hits: readonly Hit[], context: MentionContext): Scene {
  const count = text.tokens.length
  const firstHit = new Uint32Array(count + 1)
  const tables = new Uint32Array(count + 1)
  const kinds = new Int32Array(count + 1)
  for (const hit of hits) {
    tables[hit.from] = (tables[hit.from] as number) | hit.table
    kinds[hit.from] = (kinds[hit.from] as number) | hit.kinds
    firstHit[hit.from + 1] = (firstHit[hit.from + 1] as number) + 1
  }
  for (let token = 0; token < count; token++) {
    firstHit[token + 1] = (firstHit[token + 1] as number) + (firstHit[token] as number)
  }
  const names = chooseNames(hits)
  const nameOver = new Int32Array(count).fill(-1)
  names.forEach(({ from, to }, i) => {
    for (let token = from; token < to; token++) nameOver[token] = i
  })
  return { ...context, text, hits, firstHit, tables, kinds, names, nameOver }
}

/** The name that begins at a token; undefined where none does. */
export function findName(scene: Scene, token: number): Name | undefined {
  const name = findNameOver(scene, token)
  return name?.from === token ? name : undefined
}

/** The name that a token is part of; undefined where there is none. */
export function findNameOver(scene: Scene, token: number): Name | undefined {
  const index = scene.nameOver[token] ?? -1
  return index < 0 ? undefined : scene.names[index]
}

/** Index of the sentence that holds a token; logarithmic. */
export function findSentence({ text }: Scene, token: number): number {
  let low = 0
  let high = text.sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((text.sentences[middle]?.from ?? 0) <= token) low = middle
    else high = middle - 1
  }
  return low
}
