/** Whether it is said to have happened, to be planned, to be possible, or not to have happened. */
import { WILL } from '../lexicon/clitics.ts'
import type { Modality } from '../model.ts'
import { addTo, type Draft } from './draft.ts'
import { findGrammar, findSentence, type Sheet } from './sheet.ts'

const REACH = 8

interface Rule {
  readonly name: string
  readonly example: string
  readonly kinds: readonly string[]
  readonly reach: number
  readonly modality: Modality
}

/** In order; the first whose word stands before the trigger in its clause decides. */
const RULES: readonly Rule[] = [
  {
    name: 'not + <claim>',
    example: 'لم تدخل القوات البلدة',
    kinds: ['negation', 'fail'],
    reach: 3,
    modality: 'negated',
  },
  {
    name: 'tries to + <claim>',
    example: 'تحاول القوات السيطرة على البلدة',
    kinds: ['try'],
    reach: 9,
    modality: 'planned',
  },
  {
    name: 'will + <claim>',
    example: 'تعتزم القوات اقتحام البلدة',
    kinds: ['planned'],
    reach: 7,
    modality: 'planned',
  },
  {
    name: 'may + <claim>',
    example: 'قد تنسحب القوات من البلدة',
    kinds: ['possible'],
    reach: 5,
    modality: 'possible',
  },
  {
    name: 'in order to + <claim>',
    example: 'بهدف السيطرة على البلدة',
    kinds: ['purpose'],
    reach: 3,
    modality: 'planned',
  },
]

/** Gives every draft its modality; `asserted` where nothing says otherwise. */
export function resolveModality(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map(draft => {
    if (draft.hit.clitics & WILL) return addTo(draft, { modality: 'planned' }, 'will + <verb>')
    const rule = RULES.find(one => hasBefore(sheet, draft, one))
    return rule === undefined ? draft : addTo(draft, { modality: rule.modality }, rule.name)
  })
}

function hasBefore(sheet: Sheet, draft: Draft, rule: Rule): boolean {
  const start = Math.max(
    findSentence(sheet, draft.from).from,
    draft.hit.from - Math.min(rule.reach, REACH + 1),
  )
  for (let token = draft.hit.from; token >= start; token--) {
    const word = findGrammar(sheet, token, ...rule.kinds)
    if (word !== undefined && word.to <= draft.hit.from) return true
    if (token < draft.hit.from && findGrammar(sheet, token, 'relative', 'clause') !== undefined) return false
  }
  return false
}
