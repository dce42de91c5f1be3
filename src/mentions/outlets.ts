/** Finds the outlets that a text names: agencies, papers, channels. */
import type { Hit } from '../lexicon/match.ts'
import type { OutletMention } from '../model.ts'
import { findUse } from './names-use.ts'
import type { Scene } from './scene.ts'

/** Finds the outlets of a text in order. "الميادين" is the channel only after a word for its trade, "قناة الميادين". */
export function findOutlets(scene: Scene): OutletMention[] {
  return scene.names
    .filter(name => name.outlets.length > 0 && findUse(scene, name) === 'outlet')
    .map(({ outlets, span }) => ({
      kind: 'outlet',
      span,
      text: scene.text.text.slice(span[0], span[1]),
      outlet: (outlets[0] as Hit).row.id,
    }))
}
