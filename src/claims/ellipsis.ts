/** Victims strung on without the word that says what became of them: "مقتل 34 من الحزب و17 من قوات النظام". */
import type { NumberMention } from '../model.ts'
import { findClause } from './clauses.ts'
import { addTo, type Draft } from './draft.ts'
import { isAnd } from './grammar.ts'
import { findGrammar, findSentence, hasClass, type Placed, type Sheet, within } from './sheet.ts'

const PEOPLE: ReadonlySet<string> = new Set(['person', 'civilian', 'child', 'fighter', 'family'])

/** Adds a draft for every further number of victims behind a trigger, in order of the text. */
export function addEllipses(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft, i) => {
    if (draft.type !== 'casualties') return [draft]
    const sentence = findSentence(sheet, draft.from)
    const limit = Math.min(sentence.to, (drafts[i + 1]?.hit.from ?? sentence.to + 1) - 1)
    return [draft, ...findFurther(sheet, draft.to, limit).map(number => repeatDraft(sheet, draft, number))]
  })
}

/** Numbers of people that begin with "and", up to "among them" or another clause. */
function findFurther(sheet: Sheet, from: number, limit: number): Placed<NumberMention>[] {
  const further: Placed<NumberMention>[] = []
  for (const number of within(sheet.numbers, from, limit)) {
    if (hasBreak(sheet, further.at(-1)?.to ?? from, number.from)) break
    if (number.to <= limit && isAnd(sheet, number.from) && isOfPeople(sheet, number)) further.push(number)
  }
  return further
}

function hasBreak(sheet: Sheet, from: number, to: number): boolean {
  for (let token = from; token < to; token++) {
    if (findGrammar(sheet, token, 'among', 'clause', 'cause', 'that', 'relative') !== undefined) return true
  }
  return false
}

/** "17 من قوات النظام", "7 مدنيين". */
function isOfPeople(sheet: Sheet, { mention, to }: Placed<NumberMention>): boolean {
  if (mention.form !== 'count') return false
  if (mention.unit !== undefined) return PEOPLE.has(mention.unit)
  const isOf = findGrammar(sheet, to, 'origin') !== undefined
  return (
    hasClass(sheet, to, 'people') ||
    (isOf && (sheet.actorAt[to + 1] !== undefined || hasClass(sheet, to + 1, 'people')))
  )
}

function repeatDraft(sheet: Sheet, draft: Draft, { from, to, mention }: Placed<NumberMention>): Draft {
  const hit = { ...draft.hit, from, to, span: mention.span, clitics: 0, pronoun: '' }
  const clause = findClause(sheet, from, to)
  const repeated = { ...draft, hit, from, to, clause, nominal: true, carrier: null, evidence: mention.span }
  return addTo(repeated, {}, '<number> + strung on')
}
