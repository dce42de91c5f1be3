/** Triggers that spell out one act: "مقتل وإصابة عدد منهم", "قصف استهدف منزلا", "شن غارات". */
import { AND, BY } from '../lexicon/clitics.ts'
import type { ClaimType } from '../model.ts'
import type { Draft } from './draft.ts'
import { findGrammar, findSentence, findToken, type Sheet } from './sheet.ts'

const STRIKES: ReadonlySet<ClaimType> = new Set(['airstrike', 'shelling', 'assault', 'explosive'])
/** Types whose verb takes a noun of the same type as its object: "فجر سيارة مفخخة". */
const OBJECTS: ReadonlySet<ClaimType> = new Set(['deploy', 'agree', 'explosive', 'aid', 'negotiate'])
const TAKING: ReadonlySet<ClaimType> = new Set(['capture', 'hold', 'lose'])

/** Joins each trigger that only goes on with the one before it into that one. */
export function mergeTriggers(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = []
  for (const draft of drafts) {
    const last = merged.at(-1)
    if (last !== undefined && isArrival(last, draft)) merged[merged.length - 1] = carry(last, draft)
    else if (last !== undefined && isSameAct(sheet, last, draft))
      merged[merged.length - 1] = join(last, draft)
    else merged.push(draft)
  }
  return merged
}

function isSameAct(sheet: Sheet, last: Draft, draft: Draft): boolean {
  if (findSentence(sheet, last.from) !== findSentence(sheet, draft.from)) return false
  return (
    isPair(last, draft) ||
    isTolled(sheet, last, draft) ||
    isOwnDeath(sheet, last, draft) ||
    isThrown(sheet, last, draft) ||
    isSpelledOut(sheet, last, draft) ||
    isMeans(sheet, last, draft) ||
    isBeatenOff(sheet, last, draft) ||
    isObject(sheet, last, draft)
  )
}

/** "استهدف البلدة بغارات جوية", "عبر قصف مدفعي": the noun is the means of the verb. */
function isMeans(sheet: Sheet, last: Draft, draft: Draft): boolean {
  if (!STRIKES.has(last.type) || !STRIKES.has(draft.type) || !draft.nominal || draft.hit.from - last.to > 14)
    return false
  const isBy = (draft.hit.clitics & BY) !== 0 || hasThrough(sheet, draft.hit.from)
  return isBy && !hasBreak(sheet, last.to, draft.hit.from) && draft.hit.from < last.clause[1]
}

const BEATEN_OFF: ReadonlySet<ClaimType> = new Set(['assault', 'advance', 'capture'])

/** "صد هجوم للتنظيم", "تصدت القوات لمحاولة تقدم": what is beaten off is no claim of its own. */
function isBeatenOff(sheet: Sheet, last: Draft, draft: Draft): boolean {
  if (last.type !== 'repel' || !BEATEN_OFF.has(draft.type) || !draft.nominal || draft.hit.clitics & AND)
    return false
  const reach = last.nominal ? 2 : 7
  return draft.hit.from - last.to <= reach && !hasBreak(sheet, last.to, draft.hit.from)
}

/** "عبر", "عن طريق", a number of strikes behind "by": "بثلاث غارات". */
function hasThrough(sheet: Sheet, token: number): boolean {
  if (findGrammar(sheet, token - 1, 'through') !== undefined) return true
  const number = sheet.numberAt[token - 1] ?? sheet.numberAt[token]
  return number !== undefined && findToken(sheet, number.from).form.startsWith('\u0628')
}

/** "أحكم سيطرته", "أرسلت تعزيزات", "خرقت الهدنة", "اتفاق هدنة", "استهدفت غارات": the noun is the verb's subject or object. */
function isObject(sheet: Sheet, last: Draft, draft: Draft): boolean {
  const isOfKind =
    last.type === draft.type ||
    (TAKING.has(last.type) && draft.type === 'capture') ||
    (STRIKES.has(last.type) && STRIKES.has(draft.type))
  if (!isOfKind || last.type === 'casualties' || !draft.nominal || draft.hit.clitics & AND) return false
  if (draft.hit.from !== draft.from && draft.from > last.to) return false
  return draft.hit.from - last.to <= findReach(last, draft) && !hasBreak(sheet, last.to, draft.hit.from)
}

/** Tokens between a verb and its object; "control" stands behind the whole subject: "استعادة الجيش مع حلفائه السيطرة". */
function findReach(last: Draft, draft: Draft): number {
  if (draft.hit.row.cells.note === 'control') return 14
  const takesObject = TAKING.has(last.type) || OBJECTS.has(last.type)
  return takesObject && !last.nominal ? 6 : 0
}

function hasBreak(sheet: Sheet, from: number, to: number): boolean {
  for (let token = from; token < to; token++) {
    if (findGrammar(sheet, token, 'that', 'clause', 'cause', 'relative', 'after', 'before') !== undefined)
      return true
  }
  return false
}

/** "قتل وجرح العشرات": two outcomes of one object. */
function isPair(last: Draft, draft: Draft): boolean {
  const isNext = draft.hit.from === last.to && (draft.hit.clitics & AND) !== 0
  return isNext && last.type === draft.type && last.type === 'casualties'
}

/** "بلغ عدد الضحايا 120 قتيلا": the victims that a toll counts. */
function isTolled(sheet: Sheet, last: Draft, draft: Draft): boolean {
  const isToll = last.outcome.includes('toll') && draft.type === 'casualties' && draft.nominal
  return isToll && !(draft.hit.clitics & AND) && !hasBreak(sheet, last.to, draft.hit.from)
}

/** "لقي ثلاثة مدنيين مصرعهم": the death that the verb takes as its object. */
function isOwnDeath(sheet: Sheet, last: Draft, draft: Draft): boolean {
  const isDeath = last.type === 'casualties' && draft.type === 'casualties' && draft.hit.pronoun !== ''
  const isObject = isDeath && !last.nominal && draft.nominal && !(draft.hit.clitics & AND)
  return isObject && draft.hit.from - last.to <= THROWN_WITHIN && !hasBreak(sheet, last.to, draft.hit.from)
}

/** Tokens between a verb and what it throws, past who throws it. */
const THROWN_WITHIN = 6

/** "ألقى الطيران براميل متفجرة": rows noted `munition` are what a strike is made with. */
function isThrown(sheet: Sheet, last: Draft, draft: Draft): boolean {
  if (!STRIKES.has(last.type) || last.nominal || !draft.outcome.includes('munition')) return false
  const isObject = !(draft.hit.clitics & AND) && draft.hit.from - last.to <= THROWN_WITHIN
  return isObject && !hasBreak(sheet, last.to, draft.hit.from)
}

/** "غارات استهدفت", "قصف طال", "هجوم شنه": the verb says no more than the noun. */
function isSpelledOut(sheet: Sheet, last: Draft, draft: Draft): boolean {
  if (!STRIKES.has(last.type) || !last.nominal) return false
  const isTargeting = (draft.hit.row.cells.note ?? '').includes('targets')
  if (!isTargeting || draft.hit.clitics & AND || draft.hit.from - last.to > 12) return false
  for (let token = last.to; token < draft.hit.from; token++) {
    if (findGrammar(sheet, token, 'that', 'clause', 'cause') !== undefined) return false
  }
  return true
}

/** "وصلت تعزيزات إلى", "دخل رتل عسكري": what arrives is a force on the move, not an advance. */
function isArrival(last: Draft, draft: Draft): boolean {
  return (
    last.type === 'advance' &&
    !last.nominal &&
    draft.type === 'deploy' &&
    draft.nominal &&
    draft.hit.from === last.to
  )
}

function carry(last: Draft, draft: Draft): Draft {
  return {
    ...draft,
    from: last.from,
    carrier: last.hit.from,
    clause: [last.clause[0], Math.max(last.clause[1], draft.clause[1])],
    because: [...last.because, ...draft.because, 'one act in two words'],
  }
}

function join(last: Draft, draft: Draft): Draft {
  const note = [last.outcome, draft.outcome].filter(Boolean).join(' ')
  return {
    ...last,
    type: STRIKES.has(last.type) && draft.nominal && draft.type !== 'assault' ? draft.type : last.type,
    to: last.nominal && TAKING.has(last.type) ? last.to : draft.to,
    clause: [last.clause[0], Math.max(last.clause[1], draft.clause[1])],
    outcome: note,
    because: [...last.because, ...draft.because, 'one act in two words'],
  }
}
