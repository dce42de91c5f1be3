/** Finds the actors that a text names. */
import type { Hit } from '../lexicon/match.ts'
import type { ActorMention } from '../model.ts'

import type { Scene } from './scene.ts'

/** Finds the actors among `names`, by name only. */
export function findActors({ text }: Scene, names: readonly Hit[]): ActorMention[] {
  return names
    .filter(({ row, column }) => row.table === 'actors' && (column === 'name' || column === 'also'))
    .map(({ row, span }) => ({
      kind: 'actor',
      span,
      text: text.text.slice(span[0], span[1]),
      actor: row.id,
    }))
}
