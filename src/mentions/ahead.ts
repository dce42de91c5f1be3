/** Which way a bare weekday lies: behind, or ahead where its clause tells of what is to come. */
import { AND, WILL } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import { tableBit } from '../lexicon/tables.ts'
import type { Token } from '../text/tokens.ts'
import { COLON, COMMA, ELLIPSIS, NEWLINE, PARAGRAPH, SEMICOLON, STOP } from '../text/units.ts'
import type { DateReader } from './dateReader.ts'
import { findFirstHit } from './terms.ts'

/** Farthest that a verb stands before its weekday, in tokens: 9 of 10 in 300 sentences of bulk news. */
const REACH = 12
const ENDS = STOP | PARAGRAPH | NEWLINE | SEMICOLON | COLON | COMMA | ELLIPSIS
const EVENTS = tableBit('events')
const REPORTS = tableBit('reporting-verbs')
const PARTICLES = tableBit('particles')
const CALENDAR = tableBit('calendar')
/** Grammar words between which a clause of its own begins, or that are verbs. */
const OTHER_CLAUSE = ['relative', 'clause', 'light', 'after']

/**
 * True where the last verb before a weekday, in its clause, tells of what is to come.
 *
 *     ستجرى الانتخابات يوم الأحد            → true
 *     ستعود القوات التي انسحبت يوم الأحد    → false: the verb before it is past
 *     كان من المقرر أن تصل القافلة الأحد    → false: it was to come
 */
export function isAhead(reader: DateReader, at: number): boolean {
  const { hits } = reader.terms
  const start = Math.max(0, at - REACH)
  let next = findFirstHit(reader.terms, start)
  let isComing = false
  let was = -REACH
  for (let token = start; token < at; token++) {
    const { gap } = reader.tokens[token] as Token
    if ((gap & ENDS) !== 0) isComing = false
    const here = next
    while (next < hits.length && (hits[next] as Hit).from === token) next++
    const tenses = hits.slice(here, next).map(hit => findTense(hit, reader.tokens[token] as Token))
    if (tenses.includes('was')) was = token
    if (tenses.includes('coming')) isComing = token - was > MOST_BETWEEN
    else if (tenses.includes('past')) isComing = false
  }
  return isComing && ((reader.tokens[at]?.gap ?? 0) & ENDS & ~COMMA) === 0
}

/** Words between "was" and what was to come: "كان الوفد من المقرر أن". */
const MOST_BETWEEN = 3

function findTense(hit: Hit, token: Token): 'coming' | 'past' | 'was' | undefined {
  const { table, row, clitics } = hit
  const isVerb = table === REPORTS || (table === EVENTS && row.cells.kind === 'verb')
  const kinds = (row.cells.kind ?? '').split('|')
  if (table === CALENDAR) {
    const isTold = row.cells.means === 'coming' || (row.cells.means === 'will' && (clitics & WILL) !== 0)
    return isTold ? 'coming' : undefined
  }
  if (table === PARTICLES && kinds.includes('was')) return 'was'
  const isOther = table === PARTICLES && OTHER_CLAUSE.some(kind => kinds.includes(kind))
  if ((!isVerb && !isOther) || mayBeMasdar(hit)) return undefined
  if ((clitics & WILL) !== 0) return 'coming'
  return isImperfect(hit, token.form) ? undefined : 'past'
}

/** "المزمع عقده": a bare root with a pronoun is as well a masdar, which has no tense. */
function mayBeMasdar({ row, column, pronoun }: Hit): boolean {
  return pronoun !== '' && column === 'trigger' && (row.cells.trigger ?? '').length === 3
}

const YA = '\u064a'
const TA = '\u062a'

/** "that it may arrive" has no tense of its own. "تقدم" is perfect, and so is all that begins with it. */
function isImperfect({ row, clitics }: Hit, form: string): boolean {
  const stem = (clitics & AND) === 0 ? form : form.slice(1)
  const lemma = row.cells.trigger ?? row.cells.lemma ?? row.cells.word ?? ''
  return stem.startsWith(YA) || (stem.startsWith(TA) && !stem.startsWith(lemma))
}
