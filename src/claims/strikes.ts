/** What kind of strike it is: by who strikes and with what. */
import type { ClaimType } from '../model.ts'
import { addTo, type Draft } from './draft.ts'
import { findSentence, hasClass, type Sheet } from './sheet.ts'

const OPEN: ReadonlySet<ClaimType> = new Set(['assault', 'shelling', 'airstrike'])
const REACH_AHEAD = 9
const REACH_BEHIND = 9

interface Rule {
  readonly name: string
  readonly example: string
  readonly from: readonly ClaimType[]
  readonly type: ClaimType
  readonly is: (sheet: Sheet, draft: Draft) => boolean
}

/** In order; the first that holds decides. */
const RULES: readonly Rule[] = [
  {
    name: '<strike> by <aircraft>',
    example: 'استهدفت طائرات حربية البلدة',
    from: ['assault', 'shelling'],
    type: 'airstrike',
    is: (sheet, draft) => isStrike(draft) && hasNear(sheet, draft, 'air'),
  },
  {
    name: '<strike> with <munition>',
    example: 'استهدفت القوات البلدة بقذائف المدفعية',
    from: ['assault'],
    type: 'shelling',
    is: (sheet, draft) => isStrike(draft) && hasNear(sheet, draft, 'artillery'),
  },
]

/** Gives strikes whose verb does not say what kind they are the kind that their doer or weapon says. */
export function resolveStrikes(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map(draft => {
    if (!OPEN.has(draft.type)) return draft
    const rule = RULES.find(one => one.from.includes(draft.type) && one.is(sheet, draft))
    return rule === undefined ? draft : addTo(draft, { type: rule.type }, rule.name)
  })
}

/** The rows whose word leaves the kind open are noted `strike`. */
function isStrike(draft: Draft): boolean {
  return draft.type === 'shelling' || (draft.hit.row.cells.note ?? '').includes('strike')
}

function hasNear(sheet: Sheet, draft: Draft, name: string): boolean {
  const sentence = findSentence(sheet, draft.from)
  const start = Math.max(sentence.from, draft.clause[0], draft.from - REACH_BEHIND)
  const end = Math.min(sentence.to, draft.clause[1], draft.to + REACH_AHEAD)
  for (let token = start; token < end; token++) if (hasClass(sheet, token, name)) return true
  return false
}
