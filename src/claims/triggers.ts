/** Finds what may be a claim: the words of `lexicon/events.tsv` whose conditions hold. */
import { AND, AS, BY, DEFINITE, PRONOUN, TO } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import type { ClaimType } from '../model.ts'
import { COLON, COMMA, PARAGRAPH, SEMICOLON } from '../text/units.ts'
import { findClause } from './clauses.ts'
import type { Draft } from './draft.ts'
import { hasNeeds } from './needs.ts'
import { findGrammar, findSentence, findToken, type Sheet, within } from './sheet.ts'

/** How far back the verb of a masdar may stand: "managed — the army of the government — to break". */
const CARRIER_REACH = 16
const FAR_REACH = 32

/** Every trigger becomes a draft; of several rows at one word the longest whose conditions hold is taken. */
export function findTriggers(sheet: Sheet): Draft[] {
  const drafts: Draft[] = []
  let covered = 0
  for (let i = 0; i < sheet.events.length; ) {
    const first = sheet.events[i] as Hit
    let next = i
    while (next < sheet.events.length && (sheet.events[next] as Hit).from === first.from) next++
    const hit = chooseHit(sheet, sheet.events.slice(i, next))
    i = next
    if (hit === undefined || hit.from < covered) continue
    covered = hit.to
    drafts.push(readDraft(sheet, hit))
  }
  return drafts
}

/**
 * The longer first; of equal length the row that asks for more, because it is the more special sense; then the noun,
 * where a pronoun is written on: "سيطرته" is "his control", unless a relative stands before it.
 */
function chooseHit(sheet: Sheet, hits: readonly Hit[]): Hit | undefined {
  const holding = hits.filter(hit => !isNameWord(sheet, hit) && hasNeeds(sheet, hit))
  const isVerb = (hit: Hit) => hit.row.cells.kind === 'verb' && hit.pronoun !== ''
  const favoured = holding.some(hit => findGrammar(sheet, hit.from - 1, 'relative') !== undefined) ? -1 : 1
  return holding.sort(
    (a, b) =>
      b.to - a.to || countNeeds(b) - countNeeds(a) || favoured * (Number(isVerb(a)) - Number(isVerb(b))),
  )[0]
}

function countNeeds(hit: Hit): number {
  const needs = hit.row.cells.needs ?? ''
  return needs.split(' ').filter(need => need !== '' && !need.startsWith('not:')).length
}

/** A word inside a name is no event: "مجزرة" in the name of a battalion. Words for victims are both. */
function isNameWord(sheet: Sheet, hit: Hit): boolean {
  const actor = sheet.actorAt[hit.from]
  const isArriving = within(sheet.events, hit.from - 1, hit.from).some(
    ({ row }) => row.cells.type === 'advance',
  )
  const isHead = isArriving && actor?.from === hit.from && actor.mention.force === 'force'
  if (actor !== undefined && !isHead && actor.mention.force !== 'act') {
    const row = sheet.lexicon.rows.actors.get(actor.mention.row ?? actor.mention.actor ?? '')
    if (row !== undefined && row.cells.kind !== 'category') return true
  }
  if (
    within(sheet.outlets, hit.from - 6, hit.from + 1).some(
      outlet => outlet.to >= hit.to && outlet.to - outlet.from > 1,
    )
  )
    return true
  const place = sheet.placeAt[hit.from]
  if (place !== undefined && findGrammar(sheet, hit.from - 1, 'preposition') !== undefined) return true
  return (
    place !== undefined && (place.to - place.from > hit.to - hit.from || place.mention.kindWord !== undefined)
  )
}

function readDraft(sheet: Sheet, hit: Hit): Draft {
  const nominal = isNominal(sheet, hit)
  const carrier = nominal ? findCarrier(sheet, hit) : findPhase(sheet, hit)
  const from = carrier ?? hit.from
  return {
    type: (hit.row.cells.type ?? 'statement') as ClaimType,
    hit,
    from,
    to: hit.to,
    nominal,
    carrier,
    clause: findClause(sheet, from, hit.to),
    agents: [],
    targets: [],
    places: [],
    date: null,
    count: null,
    outcome: hit.row.cells.note ?? '',
    modality: 'asserted',
    sources: [],
    stance: 'none',
    cue: null,
    evidence: hit.span,
    optional: false,
    cause: null,
    because: [`events/${hit.row.id}`],
    weight: 0,
  }
}

/** A verb form behind an article or a preposition is a masdar written alike: "بعد قصف", "القصف", "لقصف". */
function isNominal(sheet: Sheet, hit: Hit): boolean {
  if (hit.row.cells.kind !== 'verb') return true
  if (hit.clitics & (DEFINITE | BY | AS)) return true
  if (hit.column === 'trigger' && (hit.row.cells.note ?? '').includes('object')) return true
  const isImperfect = /^[\u064a\u062a\u0646]/.test(hit.row.cells.trigger ?? '') || hit.column === 'forms'
  if (hit.clitics & TO) return !isImperfect
  if (isQualified(sheet, hit) || isStrungOn(sheet, hit)) return true
  if (hit.column === 'forms' && !(hit.clitics & PRONOUN)) return false
  const before = hit.from > findSentence(sheet, hit.from).from ? hit.from - 1 : -1
  if (before < 0) return false
  return (
    findGrammar(
      sheet,
      before,
      'preposition',
      'after',
      'before',
      'cause',
      'purpose',
      'light',
      'phase',
      'result',
    ) !== undefined
  )
}

/** "قصف مدفعي", "قصف جوي": an adjective of relation behind it makes it a noun; "قصف حي الوعر" has a place behind it. */
function isQualified(sheet: Sheet, hit: Hit): boolean {
  if (hit.clitics & PRONOUN || hit.column !== 'trigger' || hit.to >= findSentence(sheet, hit.from).to)
    return false
  const { form } = findToken(sheet, hit.to)
  const isRelation = form.length > 3 && form.endsWith('\u064a') && !form.startsWith('\u0627\u0644')
  return isRelation && sheet.placeAt[hit.to] === undefined && sheet.actorAt[hit.to] === undefined
}

const ROOT_LETTERS = 3
const STRUNG_WITHIN = 10

/** "مقتل ثمانية من العناصر وجرح آخرين": a bare root behind "and" is a masdar where it is strung on to one. */
function isStrungOn(sheet: Sheet, hit: Hit): boolean {
  const isRoot = (hit.row.cells.trigger ?? '').length === ROOT_LETTERS && hit.column === 'trigger'
  if (!isRoot || !(hit.clitics & AND) || hit.clitics & PRONOUN) return false
  const start = Math.max(findSentence(sheet, hit.from).from, hit.from - STRUNG_WITHIN)
  const before = within(sheet.events, start, hit.from).at(-1)
  return (
    before !== undefined && before.row.cells.kind === 'noun' && before.row.cells.type === hit.row.cells.type
  )
}

/** The light or phase verb that carries a masdar, with nothing but names and adverbs in between. */
function findCarrier(sheet: Sheet, hit: Hit): number | null {
  const start = Math.max(findSentence(sheet, hit.from).from, hit.from - CARRIER_REACH)
  for (let token = hit.from - 1; token >= start; token--) {
    const word = findGrammar(sheet, token, 'light', 'phase', 'try', 'fail')
    if (word !== undefined && word.to <= hit.from) return token
    if (findGrammar(sheet, token, 'relative', 'that', 'clause', 'cause') !== undefined) break
    if (isCut(sheet, token + 1, hit.from)) break
  }
  return findFarCarrier(sheet, hit)
}

/** "تمكن مقاتلو المقاومة التي تضم …، الأسبوع الماضي، من السيطرة": the preposition of the verb leads back to it. */
function findFarCarrier(sheet: Sheet, hit: Hit): number | null {
  if (findGrammar(sheet, hit.from - 1, 'origin', 'inside') === undefined) return null
  const start = Math.max(findSentence(sheet, hit.from).from, hit.from - FAR_REACH)
  for (let token = hit.from - 2; token >= start; token--) {
    if (findGrammar(sheet, token, 'able') !== undefined) return token
    if (findGrammar(sheet, token, 'that', 'clause') !== undefined) return null
  }
  return null
}

function findPhase(sheet: Sheet, hit: Hit): number | null {
  const before = hit.from - 1
  if (before < findSentence(sheet, hit.from).from) return null
  return findGrammar(sheet, before, 'phase', 'try', 'still') === undefined ? null : before
}

/** A stop or colon cuts; so does a comma, unless a date or a name stands between it and the masdar. */
function isCut(sheet: Sheet, token: number, to: number): boolean {
  const gap = sheet.text.tokens[token]?.gap ?? 0
  if (gap & (COLON | SEMICOLON | PARAGRAPH)) return true
  if (!(gap & COMMA)) return false
  const hasDate = sheet.dateAt[token - 1] ?? sheet.dateAt[token] ?? sheet.dateAt[token + 1]
  return hasDate === undefined && to - token > 1
}
