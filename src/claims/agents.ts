/** Who did it: the subject of the verb, the genitive of the masdar, the one behind "by" and "with". */
import type { ActorMention, Participant } from '../model.ts'
import { findAfterVerb, findBeforeVerb, findBetween, findBy, findGenitive, findOpponents } from './doers.ts'
import { addTo, type Draft } from './draft.ts'
import { AND, isAnd } from './grammar.ts'
import { findGrammar, findSentence, type Placed, type Sheet } from './sheet.ts'

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

const BYSTANDERS = new Set(['category', 'monitor', 'relief'])

/** False for those who suffer, watch or help: civilians, observatories, rescuers. */
export function isArmed(sheet: Sheet, placed: Placed<ActorMention>): boolean {
  const { actor, row } = placed.mention
  const kind = sheet.lexicon.rows.actors.get(row ?? actor ?? '')?.cells.kind ?? ''
  return !BYSTANDERS.has(kind)
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
  const read = all.map(placed => readParticipant(placed, draft.type))
  return read.filter(
    (one, i) =>
      one.actor === null || read.findIndex(other => other.actor === one.actor) === i || isReciprocal(draft),
  )
}

function isReciprocal(draft: Draft): boolean {
  return draft.type === 'clash'
}

/** "قوات النظام ومليشيات تساندها", "الجيش بالتعاون مع حلفائه": others who do it with the first. */
export function findJoined(sheet: Sheet, first: Placed<ActorMention>): Placed<ActorMention>[] {
  const joined: Placed<ActorMention>[] = []
  const end = Math.min(findSentence(sheet, first.from).to, first.to + 12)
  let at = first.to
  while (at < end) {
    const step = findStep(sheet, at)
    if (step === undefined) return joined
    if (step.partner !== undefined && isArmed(sheet, step.partner)) joined.push(step.partner)
    at = step.to
  }
  return joined
}

interface Step {
  readonly partner: Placed<ActorMention> | undefined
  readonly to: number
}

/** One step behind a name: "and" with another, "with" with another, or "backed by", whose name is passed over. */
function findStep(sheet: Sheet, at: number): Step | undefined {
  const next = sheet.actorAt[at]
  if (next !== undefined && next.from === at && (isAnd(sheet, at) || isAdjective(next)))
    return { partner: next, to: next.to }
  const withWord = findGrammar(sheet, at, 'with')
  if (withWord !== undefined) {
    const partner = sheet.actorAt[withWord.to]
    return { partner, to: partner?.to ?? withWord.to }
  }
  const support = findGrammar(sheet, at, 'support')
  if (support === undefined) return undefined
  const backer = sheet.actorAt[support.to] ?? sheet.actorAt[support.to + 1]
  return { partner: undefined, to: backer?.to ?? support.to }
}

function isAdjective(placed: Placed<ActorMention>): boolean {
  return placed.mention.how === 'adjective' && AND > 0
}
