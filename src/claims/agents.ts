/** Who did it: the subject of the verb, the genitive of the masdar, the one behind "by" and "with". */
import type { ActorMention, Participant } from '../model.ts'
import { findAfterVerb, findBeforeVerb, findBetween, findBy, findGenitive, findOpponents } from './doers.ts'
import { addTo, type Draft } from './draft.ts'
import { findJoined, findOwner, isArmed } from './joined.ts'
import { findDoneBy } from './relative.ts'
import type { Placed, Sheet } from './sheet.ts'

const MILITARY: ReadonlySet<string> = new Set([
  ...[
    'capture',
    'hold',
    'lose',
    'advance',
    'besiege',
    'clash',
    'assault',
    'repel',
    'airstrike',
    'shelling',
    'explosive',
  ],
  ...['casualties', 'destruction', 'abuse', 'deploy', 'seize', 'demine'],
])

/** Reads an actor mention as a participant of a claim; a government doing a military act is its army. */
export function readParticipant(placed: Placed<ActorMention>, type: string): Participant {
  const { actor, text, span, military } = placed.mention
  return { actor: MILITARY.has(type) && military !== undefined ? military : actor, text, span }
}

/** What a rule may look at: the sheet, and the tokens that name a speaker of the sentence. */
export interface Rule {
  readonly name: string
  readonly example: string
  readonly find: (sheet: Sheet, draft: Draft) => readonly Placed<ActorMention>[]
}

/** In order; the first that finds somebody decides. */
const RULES: readonly Rule[] = [
  { name: '<trigger> + by + <actor>', example: 'قصف من قبل قوات النظام', find: findBy },
  { name: '<noun> + that + <verb> + <actor>', example: 'الحصار الذي يفرضه التنظيم', find: findDoneBy },
  { name: 'between + <actor> + and + <actor>', example: 'اشتباكات بين الجيش والتنظيم', find: findBetween },
  { name: '<fight> + with + <actor>', example: 'معارك مع المسلحين', find: findOpponents },
  { name: '<subject> + <verb>', example: 'القوات سيطرت على البلدة', find: findBeforeVerb },
  { name: '<verb> + <subject>', example: 'سيطرت القوات على البلدة', find: findAfterVerb },
  { name: '<masdar> + <genitive>', example: 'سيطرة الجيش على البلدة', find: findGenitive },
]

const HELPED: ReadonlySet<string> = new Set(['aid', 'displacement', 'transfer', 'negotiate', 'agree'])

/** Gives every draft its agents where the clause names them; `spoken` are tokens that only name who says so. */
export function resolveAgents(sheet: Sheet, drafts: readonly Draft[], spoken: ReadonlySet<number>): Draft[] {
  return drafts.map(draft => {
    for (const rule of RULES) {
      const found = rule
        .find(sheet, draft)
        .filter(placed => (HELPED.has(draft.type) || isArmed(sheet, placed)) && !spoken.has(placed.from))
      if (found.length > 0) return addTo(draft, { agents: joinAgents(sheet, found, draft) }, rule.name)
    }
    return draft
  })
}

function joinAgents(sheet: Sheet, found: readonly Placed<ActorMention>[], draft: Draft): Participant[] {
  const all: Placed<ActorMention>[] = []
  for (const first of found) if (!all.includes(first)) all.push(first)
  if (all.length === 1) all.push(...findJoined(sheet, all[0] as Placed<ActorMention>))
  const read = all.map(placed => readParticipant(findOwner(sheet, placed) ?? placed, draft.type))
  return read.filter(
    (one, i) =>
      one.actor === null || read.findIndex(other => other.actor === one.actor) === i || isReciprocal(draft),
  )
}

function isReciprocal(draft: Draft): boolean {
  return draft.type === 'clash'
}
