/** Small facts of Arabic grammar that several passes ask: agreement, "and", what a preposition is written onto. */
import { foldWord } from '../text/fold.ts'
import { findToken, hasClass, type Sheet } from './sheet.ts'

const WAW = '\u0648'
const BA = '\u0628'
const LAM = '\u0644'
const TA = '\u062a'
const YA = '\u064a'
const HA = '\u0647'

/** True for a token that begins with "and", or stands behind it: "و17", "و «قسد»". Names and numbers that begin with that letter are caught by their mention's span: "واحد". */
export function isAnd(sheet: Sheet, token: number): boolean {
  const { start, form } = findToken(sheet, token)
  if (token > 0 && findToken(sheet, token - 1).form === WAW) return true
  const mention = sheet.actorAt[token] ?? sheet.placeAt[token] ?? sheet.numberAt[token]
  if (mention !== undefined && mention.from === token)
    return mention.mention.span[0] > start && form.startsWith(WAW)
  return form.startsWith(WAW)
}

/** True for a mention whose first word carries "by" or "to": no subject. */
export function hasPreposition(sheet: Sheet, span: readonly [number, number], token: number): boolean {
  const { start, form } = findToken(sheet, token)
  if (span[0] === start) return form.startsWith(LAM + LAM)
  const front = form.startsWith(WAW) ? form[1] : form[0]
  return front === BA || front === LAM
}

/** wa-, fa- and the future particle before an imperfect. */
const FRONT = new RegExp(`^[${WAW}\u0641]?\u0633?(?=[${TA}${YA}])`)

export type Gender = 'feminine' | 'masculine' | 'plural'

/** What a verb form agrees with: `سيطرت` and `تسيطر` with a feminine, `سيطروا` with people, `سيطر` with a masculine. */
export function genderOfVerb(sheet: Sheet, token: number): Gender {
  const form = findToken(sheet, token).form.replace(FRONT, '')
  if (/(?:\u0648\u0627|\u0648\u0646)$/.test(form)) return 'plural'
  if (form.endsWith(TA) || form.startsWith(TA)) return 'feminine'
  return 'masculine'
}

/** The gender of an actor's first word: ta marbuta, sound feminine plurals and broken plurals of things are feminine. */
export function genderOfName(sheet: Sheet, token: number): Gender {
  const form = foldWord(findToken(sheet, token).form)
  if (hasClass(sheet, token, 'feminine') || form.endsWith(HA) || form.endsWith('\u0627\u062a'))
    return 'feminine'
  if (/(?:\u0648\u0646|\u064a\u0646|\u0648)$/.test(form)) return 'plural'
  return 'masculine'
}

/** True where a verb may have this name as its subject: plurals may take a feminine or singular verb before them. */
export function agrees(verb: Gender, name: Gender): boolean {
  if (name === 'plural') return true
  return verb === name || verb === 'plural'
}
