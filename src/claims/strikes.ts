/** What kind of strike it is: by who strikes and with what. */
import { DEFINITE } from '../lexicon/clitics.ts'
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
  let last: Draft | undefined
  return drafts.map(draft => {
    if (!OPEN.has(draft.type)) return draft
    const rule = RULES.find(one => one.from.includes(draft.type) && one.is(sheet, draft))
    const isOpen = rule === undefined && isLeftOpen(draft)
    const type = rule?.type ?? (isOpen && isSameStory(sheet, last, draft) ? last?.type : undefined)
    const read = type === undefined ? draft : addTo(draft, { type }, rule?.name ?? LIKE_THE_LAST)
    if (read.type !== 'assault') last = read
    return read
  })
}

const LIKE_THE_LAST = '<strike> of the kind of the one before'

/** "استهدف", "القصف", "الضربات": the word says of no weapon, and if it is known, it is one that was told of. */
function isLeftOpen(draft: Draft): boolean {
  if (draft.type === 'assault') return (draft.hit.row.cells.note ?? '').includes('strike')
  return draft.type === 'shelling' && draft.nominal && (draft.hit.clitics & DEFINITE) !== 0
}

/** Sentences over which a story of strikes goes on. */
const STORY = 2

function isSameStory(sheet: Sheet, last: Draft | undefined, draft: Draft): boolean {
  if (last === undefined) return false
  return findSentence(sheet, draft.from).index - findSentence(sheet, last.from).index <= STORY
}

/** The rows whose word leaves the kind open are noted `strike`. */
function isStrike(draft: Draft): boolean {
  return draft.type === 'shelling' || (draft.hit.row.cells.note ?? '').includes('strike')
}

/** True where a word of the class stands near, and none of the other weapon nearer: "قصف مدفعي" beside a drone is no airstrike. */
function hasNear(sheet: Sheet, draft: Draft, name: Weapon): boolean {
  const far = findNearest(sheet, draft, name)
  return far < NOWHERE && far <= findNearest(sheet, draft, name === 'air' ? 'artillery' : 'air')
}

type Weapon = 'air' | 'artillery'
const NOWHERE = 1000

/** Tokens to the nearest word of a class in the clause, its trigger left out: "قصف" is said of both. */
function findNearest(sheet: Sheet, draft: Draft, name: Weapon): number {
  const sentence = findSentence(sheet, draft.from)
  const start = Math.max(sentence.from, draft.clause[0], draft.from - REACH_BEHIND)
  const end = Math.min(sentence.to, draft.clause[1], draft.to + REACH_AHEAD)
  let nearest = NOWHERE
  for (let token = start; token < end; token++) {
    if (token >= draft.hit.from && token < draft.hit.to) continue
    const far = token < draft.hit.from ? draft.hit.from - token : token - draft.hit.to + 1
    if (far < nearest && hasClass(sheet, token, name)) nearest = far
  }
  return nearest
}
