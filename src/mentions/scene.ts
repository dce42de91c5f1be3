/** What the finders of mentions share: the text, its hits by token, and what is known from outside. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Hit } from '../lexicon/match.ts'
import type { Edtf } from '../model.ts'
import type { Text } from '../text/text.ts'

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
}

/** Prepares the text for the finders; linear. */
export function readScene(text: Text, hits: readonly Hit[], context: MentionContext): Scene {
  const firstHit = new Uint32Array(text.tokens.length + 1)
  let next = 0
  for (let token = 0; token <= text.tokens.length; token++) {
    while (next < hits.length && (hits[next] as Hit).from < token) next++
    firstHit[token] = next
  }
  return { ...context, text, hits, firstHit }
}

/** The hits that begin at a token, longest first; none past the end of the text. */
export function findHitsFrom(scene: Scene, token: number): readonly Hit[] {
  const first = scene.firstHit[token]
  if (first === undefined) return []
  return scene.hits.slice(first, scene.firstHit[token + 1] ?? scene.hits.length)
}
