/**
 * The pure door of the package: bytes in, readings out.
 *
 *     import { builtinLexicon, readBytes } from 'hasab'
 *     const reading = readBytes(bytes, { outlet: 'السارية' }, builtinLexicon())
 *     if (reading.ok) console.log(reading.value.claims)
 *
 * `hasab/store` keeps readings, `hasab/server` serves a record.
 */
import { builtinLexicon } from './lexicon/builtin.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { findHits } from './lexicon/match.ts'
import { type DateOptions, findDatesIn } from './mentions/dates.ts'
import { findNumbersIn } from './mentions/numbers.ts'
import type { DateMention, NumberMention } from './model.ts'
import { readText, type Text } from './text/text.ts'

export { builtinLexicon, loadLexicon } from './lexicon/builtin.ts'
export { compileLexicon, type Lexicon } from './lexicon/lexicon.ts'
export { fillMessage, type Language, type Messages, readMessages, tellProblem } from './messages.ts'
export type * from './model.ts'
export { FAMILIES } from './model.ts'
export { readBytes } from './read.ts'

/**
 * The numbers of an Arabic text, in order: digits of every script, words, bounds, ranges, ordinals, fractions,
 * percentages, dual nouns, with the unit or what is counted. Those inside dates are among them.
 *
 *     findNumbers('ما لا يقل عن 27 شخصا') → [{ min: 27, max: null, unit: 'person', span: [0, 20], … }]
 *
 * `lexicon` holds the words; the package's own by default. Sources and figures are in `docs/accuracy-time.md`.
 */
export function findNumbers(text: string | Text, lexicon: Lexicon = builtinLexicon()): NumberMention[] {
  const read = typeof text === 'string' ? readText(text) : text
  return findNumbersIn(read, findHits(read, lexicon), lexicon)
}

/**
 * The dates of an Arabic text, in order, as EDTF, resolved against `now`, the text's own date (EDTF, or `null`).
 *
 *     findDates('قُصفت البلدة مساء أمس الثلاثاء', { now: '2017-11-01' }) → [{ edtf: '2017-10-31', days: -1, … }]
 *
 * `convention: 'diary'` reads a bare weekday as the coming one, where news means the last. `calendar` is the lexicon
 * whose table of that name holds the words; the package's own by default. Hijri dates are of Umm al-Qura.
 */
export function findDates(text: string | Text, options: FindDatesOptions): DateMention[] {
  const lexicon = options.calendar ?? builtinLexicon()
  const read = typeof text === 'string' ? readText(text) : text
  return findDatesIn(read, findHits(read, lexicon), { ...options, lexicon })
}

/** What `findDates` is told. */
export interface FindDatesOptions extends Omit<DateOptions, 'lexicon'> {
  readonly calendar?: Lexicon | undefined
}
