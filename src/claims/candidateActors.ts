/**
 * Who may have done a thing or suffered it: every name near it in its sentence, those that the rules propose from farther
 * off, those of the sentences before, and who says so; each with what speaks for and against it, as features that
 * `lexicon/weights.tsv` weighs. Rules propose, weights choose.
 */
import type { ActorMention, Participant } from '../model.ts'
import { readParticipant } from './agents.ts'
import { type Around, type Candidate, describeDraft, findCarriedActors } from './carriedActors.ts'
import type { Draft } from './draft.ts'
import { agrees, genderOfName, genderOfVerb, hasPreposition } from './grammar.ts'
import { isArmed } from './joined.ts'
import { describeStand, readSetting, readStand, type Stand } from './setting.ts'
import {
  findGrammar,
  findGrammarBefore,
  findSentence,
  findToken,
  type Placed,
  type Sheet,
  within,
} from './sheet.ts'

/** The candidates of the draft at `index`, in the order of the text, those from farther off last. */
export function findCandidateActors(sheet: Sheet, drafts: readonly Draft[], index: number): Candidate[] {
  const setting = readSetting(sheet, drafts, index)
  const rule = setting.draft.because.findLast(reason => PROPOSALS.some(part => reason.includes(part)))
  const around = { ...setting, names: within(sheet.actors, ...setting.reach), rule: rule ?? 'none' }
  return [...readNames(around), ...findCarriedActors(around)]
}

/** Parts of the names of the rules that give a draft its doer. */
const PROPOSALS = ['<actor>', '<subject>', '<genitive>', 'takes what its cause has', '<announcer>']

const PREPOSITIONS = [
  'by',
  'owner',
  'against',
  'opponent',
  'with',
  'between',
  'support',
  'origin',
  'toward',
  'belongs',
  'preposition',
] as const

/** "مدعومة بطيران التحالف": who only backs somebody neither does it nor suffers it. */
function readNames(setting: Around): Candidate[] {
  return setting.names.flatMap(name => {
    const participant = readParticipant(name, setting.draft.type)
    const stand = readStand(setting, name, PREPOSITIONS)
    if (stand.behind === 'support') return []
    const features = [
      ...describeStand(setting, name, { ...stand, names: setting.names }),
      ...describeRival(setting, name, stand),
      ...describeName(setting, name, stand),
      ...describeTopic(setting, name, stand),
      ...describeOthers(setting, name, stand),
      ...describeProposal(setting, participant, stand),
      ...describeDraft(setting, ''),
    ]
    return [{ participant, features }]
  })
}

/** Somebody else stands right beside the verb. */
function describeRival(
  { draft, form, names, verb }: Around,
  name: Placed<ActorMention>,
  { side }: Stand,
): string[] {
  const isNext = (one: Placed<ActorMention>) => one.from === draft.to || one.from === verb + 1
  const features = [`${side} ${form}, row noted ${draft.outcome || 'nothing'}`]
  return isNext(name) || !names.some(isNext)
    ? features
    : [...features, `${side} ${form}, another beside the verb`]
}

function describeName(
  { sheet, draft, form, verb }: Around,
  name: Placed<ActorMention>,
  { side, behind }: Stand,
): string[] {
  const { mention } = name
  const kind = sheet.lexicon.rows.actors.get(mention.row ?? mention.actor ?? '')?.cells.kind ?? 'no row'
  const isAgreeing = agrees(genderOfVerb(sheet, verb), genderOfName(sheet, name.from))
  const armed = isArmed(sheet, name) ? 'armed' : 'unarmed'
  const features = [
    `kind ${kind}`,
    `kind ${kind}, ${draft.type}`,
    `force ${mention.force ?? 'none'}, ${draft.type}`,
    `named by ${mention.how ?? 'its name'}`,
    `${side} ${form}, ${isAgreeing ? 'agrees' : 'does not agree'}`,
    armed,
    `${side} ${form}, ${armed}`,
    `${side}, word behind it ${findToken(sheet, name.to).form}`,
  ]
  if (name.from > findSentence(sheet, name.from).from)
    features.push(`${side}, word before it ${findToken(sheet, name.from - 1).form}`)
  if (side === 'before' && name.to >= draft.from - 1) features.push(`right before ${form}, behind ${behind}`)
  return features
}

/** Whether it is what its sentence, or its clause, is about: the first name that stands bare. */
function describeTopic(
  { sheet, draft, form, names, reach }: Around,
  name: Placed<ActorMention>,
  { side }: Stand,
): string[] {
  let [start] = reach
  for (let token = start; token < Math.min(draft.from, name.from + 1); token++) {
    if (findGrammar(sheet, token, 'that') !== undefined) start = token
  }
  const bare = names.filter(one => isBare(sheet, one))
  const place = bare.filter(({ from }) => from >= start).indexOf(name)
  const rank = place < 0 ? 'no bare name' : place === 0 ? 'the first bare name' : 'a later bare name'
  return [
    `${side} ${form}, ${rank}`,
    `${side} ${form}, ${bare[0] === name ? 'opens the sentence' : 'opens nothing'}, ${rank}`,
    `${side} ${form}, ${name.from - start <= 3 ? 'early' : 'late'} in its clause`,
    `${side} ${form}, ${rank}, rules found ${draft.agents.length > 0 ? 'somebody' : 'nobody'}`,
  ]
}

const NOT_BARE = [
  'by',
  'against',
  'opponent',
  'with',
  'between',
  'support',
  'origin',
  'belongs',
  'preposition',
]

function isBare(sheet: Sheet, { mention, from }: Placed<ActorMention>): boolean {
  if (mention.force === 'act') return false
  const isGlued = mention.span[0] > findToken(sheet, from).start
  if (isGlued && hasPreposition(sheet, mention.span, from)) return false
  return from === findSentence(sheet, from).from || findGrammarBefore(sheet, from, ...NOT_BARE) === undefined
}

/** What the name is to the clauses beside this one, and to the name before it. */
function describeOthers(
  setting: Around,
  { mention, from }: Placed<ActorMention>,
  { side, behind }: Stand,
): string[] {
  const { sheet, draft, form, others } = setting
  const features = new Set<string>()
  const isIn = (list: readonly Participant[]) => list.some(({ span }) => span[0] === mention.span[0])
  for (const other of others) {
    if (isIn(other.agents)) {
      features.add('doer of another clause')
      features.add(`doer of another clause, ${side} ${form}`)
      features.add(`doer of ${other.type}, ${draft.type}`)
    }
    if (isIn(other.targets)) {
      features.add('target of another clause')
      features.add(`target of ${other.type}, ${draft.type}`)
    }
  }
  const before = sheet.actorAt[from - 1]
  if (before !== undefined) {
    features.add(`right behind a name, behind ${behind}`)
    if (draft.agents.some(({ span }) => span[0] === before.mention.span[0]))
      features.add(`joined to a proposed one, behind ${behind}`)
  }
  if (draft.sources[0]?.span[0] === mention.span[0]) features.add('says so')
  return [...features]
}

function describeProposal(setting: Around, participant: Participant, { side }: Stand): string[] {
  const { draft, form, rule } = setting
  const at = draft.agents.findIndex(({ span }) => span[0] === participant.span[0])
  const isTarget = draft.targets.some(({ span }) => span[0] === participant.span[0])
  const features = isTarget ? ['proposed as target', `proposed as target, ${draft.type}`] : []
  if (at >= 0)
    return [
      ...features,
      'proposed',
      `proposed by ${rule}`,
      `proposed by ${rule}, ${draft.type}`,
      `proposed, ${Math.min(at, 2) + 1} of ${Math.min(3, draft.agents.length)}`,
      `proposed, ${side} ${form}`,
    ]
  const isSame = draft.agents.some(({ actor }) => actor !== null && actor === participant.actor)
  return isSame ? [...features, 'proposed in other words'] : features
}
