/** What the days that a claim may have are called by: tense, grain, distance, what two claims have in common. */
import { DEFINITE } from '../lexicon/clitics.ts'
import type { DateMention } from '../model.ts'
import type { Draft } from './draft.ts'
import { findGrammar, findSentence, findToken, type Sheet } from './sheet.ts'

const YA = '\u064a'
const TA = '\u062a'
const OPENINGS = [
  'that',
  'after',
  'before',
  'relative',
  'negation',
  'cause',
  'clause',
  'preposition',
] as const

/** The tense as far as its first letter tells; a noun has none, but may be known. */
export function nameTense(sheet: Sheet, { nominal, carrier, hit }: Draft): string {
  if (nominal && carrier === null) return (hit.clitics & DEFINITE) === 0 ? 'noun' : 'the noun'
  const form = findToken(sheet, carrier ?? hit.from).form.replace(/^[\u0648\u0641](?=....)/, '')
  if (form.startsWith(YA)) return 'present'
  return form.startsWith(TA) ? 'in ta' : 'past'
}

/** "كانت القوات قد انسحبت": what had been before. */
export function nameWas(sheet: Sheet, { from }: Draft): string {
  const start = Math.max(findSentence(sheet, from).from, from - 4)
  for (let token = from - 1; token >= start; token--)
    if (findGrammar(sheet, token, 'was') !== undefined) return 'had been'
  return 'had not been'
}

/** How finely a date tells: open, interval, day, month, year. */
export function nameGrain({ edtf }: DateMention): string {
  if (edtf === null) return 'unknown day'
  if (edtf.includes('..')) return 'open'
  if (edtf.includes('/')) return 'interval'
  return edtf.length > 7 ? 'day' : edtf.length > 4 ? 'month' : 'year'
}

/** "yesterday", or a date. */
export function nameWay({ days }: DateMention): string {
  return days === undefined ? 'a date' : 'a relative day'
}

/** How far, in words. */
export function nameDistance(tokens: number): string {
  return tokens < 3 ? 'near' : tokens < 8 ? 'a few words off' : tokens < 20 ? 'far' : 'very far'
}

/** Whose word the two claims are. */
export function nameSource({ sources: [one] }: Draft, { sources: [other] }: Draft): string {
  if (one?.text === other?.text) return one === undefined ? 'in its own voice too' : 'of the same source'
  return one === undefined
    ? 'now in its own voice'
    : other === undefined
      ? 'now of a source'
      : 'of another source'
}

/** Whether two lists share one. */
export function nameShare<T>(
  here: readonly T[],
  there: readonly T[],
  idOf: (one: T) => string | null,
): string {
  if (here.length === 0) return 'none'
  const isShared = here.some(one => idOf(one) !== null && there.some(other => idOf(other) === idOf(one)))
  return isShared ? 'the same' : 'another'
}

/** The grammar word that a sentence opens with. */
export function nameOpening(sheet: Sheet, token: number): string {
  const kind = OPENINGS.find(name => findGrammar(sheet, token, name) !== undefined)
  return kind === undefined ? 'a word' : `${kind} ${findToken(sheet, token).form}`
}
