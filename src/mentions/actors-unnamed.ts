/** Which force words are a mention without an owner: unnamed fighters and aircraft. */
import type { Hit } from '../lexicon/match.ts'
import type { ForceKind } from '../model.ts'
import type { Scene } from './scene.ts'
import { findWordBefore, hasFront, isDefinite, isJoined, wordsOf } from './words.ts'

/** What may stand right before a noun, so that the noun is not the attribute of another. */
const BEFORE_NOUNS = [wordsOf('particles'), wordsOf('numbers'), wordsOf('events', 'verb')]
/** Notes of force words in `lexicon/particles.tsv`. */
const OWNED = 'owned'
const IRREGULAR = 'irregular'
const VESSEL = 'vessel'
const BODIES = ['body', IRREGULAR, 'militia']
/** Folded endings of sound plurals and duals: -un, -in, -u, -an, and the tanwin of "مسلحا". */
const PLURALS = ['\u0648\u0646', '\u064a\u0646', '\u0648', '\u0627\u0646', '\u0627']

interface Alone {
  readonly force: ForceKind
  /** True where an adjective says more than how: "مسلحة", "أجنبية", not "جديدة". */
  readonly isTelling: boolean
}

/** "مسلحون", "طائرات", "السفينة", "جماعات مسلحة" stand alone; "أفراد", "منظومة صاروخية" and the adjective of "عمل إرهابي" do not. */
export function canStandAlone(scene: Scene, first: Hit, { force, isTelling }: Alone): boolean {
  const note = first.row.cells.note ?? ''
  if (force === 'aircraft' || (note === VESSEL && isDefinite(scene, first))) return true
  if (force === 'fighter') return !note.includes(OWNED) && !isAttribute(scene, first)
  return force === 'force' && isTelling && BODIES.some(body => note.includes(body))
}

/** True for a singular that follows a noun and describes it: "كمين مسلح", "العمل الإرهابي". */
function isAttribute(scene: Scene, hit: Hit): boolean {
  const form = scene.text.tokens[hit.from]?.form ?? ''
  const isPlural = PLURALS.some(ending => form.endsWith(ending))
  if (isPlural || hasFront(hit.clitics) || !isJoined(scene, hit.from) || hit.from === 0) return false
  if ((hit.row.cells.note ?? '') !== IRREGULAR) return false
  return !BEFORE_NOUNS.some(words => findWordBefore(scene, hit.from, words) !== undefined)
}
