/** Those who may have done a thing though its sentence does not name them: whom the rules carry on, whom the sentences before name, who says so. */
import type { ActorMention, Participant } from '../model.ts'
import type { Draft } from './draft.ts'
import type { Setting } from './setting.ts'
import { findSentence, type Placed } from './sheet.ts'

export interface Candidate {
  readonly participant: Participant
  /** Names that a person can read: `after verb, bare`, `proposed by <verb> + <subject>`. */
  readonly features: readonly string[]
}

export interface Around extends Setting {
  readonly names: readonly Placed<ActorMention>[]
  /** The rule that proposed the doers. */
  readonly rule: string
}

const MOST_SENTENCES = 3

/** The candidates from farther off. */
export function findCarriedActors(around: Around): Candidate[] {
  return [...readFar(around), ...readBefore(around), ...readTeller(around)]
}

/** What kind of claim it is, and whether the rules found anybody. */
export function describeDraft({ draft, form }: Around, far: string): string[] {
  const features = [`${far}type ${draft.type}`, `${far}type ${draft.type}, ${form}`]
  if (draft.agents.length > 0) return features
  return [...features, `${far}rules found nobody`, `${far}rules found nobody, ${draft.type}`]
}

/** Those whom the rules carry on from another sentence. */
function readFar(setting: Around): Candidate[] {
  const { draft, form, names, rule } = setting
  return draft.agents.flatMap((participant, at) => {
    if (names.some(({ mention }) => mention.span[0] === participant.span[0])) return []
    const features = [
      'carried',
      `carried by ${rule}`,
      `carried by ${rule}, ${draft.type}`,
      `carried, ${form}`,
      `carried, ${Math.min(at, 2) + 1} of them`,
      ...describeDraft(setting, 'far '),
    ]
    return [{ participant, features }]
  })
}

/** The doers, and the targets, of the last two clauses of the sentences before. */
function readBefore(setting: Around): Candidate[] {
  const { sheet, drafts, index, draft } = setting
  const here = findSentence(sheet, draft.hit.from)
  const candidates: Candidate[] = []
  let seen = 0
  for (let i = index - 1; i >= 0 && seen < 2; i--) {
    const other = drafts[i] as Draft
    const there = findSentence(sheet, other.hit.from)
    if (here.index - there.index > MOST_SENTENCES) break
    if (here.index === there.index || other.agents.length === 0) continue
    seen++
    const back = `${here.index - there.index} sentences back${there.paragraph === here.paragraph ? '' : ', another paragraph'}`
    candidates.push(...readDoers(setting, other, { seen, back }))
    if (seen === 1) candidates.push(...readSufferers(setting, other))
  }
  return candidates
}

interface Back {
  readonly seen: number
  readonly back: string
}

function readDoers(setting: Around, other: Draft, { seen, back }: Back): Candidate[] {
  const { drafts, index, draft, form, names } = setting
  const rules = `rules found ${draft.agents.length > 0 ? 'somebody' : 'nobody'}`
  const around = names.length === 0 ? 'no names here' : 'names here'
  const past = drafts.slice(Math.max(0, index - 12), index)
  return other.agents.slice(0, 3).map((participant, at) => {
    const isSame = ({ actor }: Participant) => actor !== null && actor === participant.actor
    const often = past.filter(({ agents }) => agents.some(isSame)).length
    const alike = past.findLast(one => one.type === draft.type && one.agents.length > 0)
    const features = [
      `doer ${seen} before`,
      `doer ${seen} before, ${back}`,
      `doer ${seen} before of ${other.type}, ${draft.type}`,
      `doer ${seen} before, ${form}, ${around}`,
      `doer before, ${draft.type}, ${rules}`,
      `doer before, ${form}, ${rules}, ${around}`,
      `doer before, ${at + 1} of them`,
      `doer before, of ${Math.min(4, often)} clauses`,
      `doer before, ${alike?.agents.some(isSame) ? 'the last' : 'not the last'} of its type`,
      `doer before, ${form} ${draft.hit.pronoun === '' ? 'without' : 'with'} a pronoun`,
      ...describeDraft(setting, 'far '),
    ]
    return { participant, features }
  })
}

function readSufferers(setting: Around, other: Draft): Candidate[] {
  const { draft, names } = setting
  const around = names.length === 0 ? 'no names here' : 'names here'
  return other.targets.slice(0, 2).map(participant => ({
    participant,
    features: [
      'target before',
      `target before of ${other.type}, ${draft.type}`,
      `target before, ${around}`,
      ...describeDraft(setting, 'far '),
    ],
  }))
}

/** Who says so, where that is an actor: "أعلن الجيش". */
function readTeller(setting: Around): Candidate[] {
  const { sheet, draft, form } = setting
  const [source] = draft.sources
  const actor = source?.actor ?? null
  if (source === undefined || actor === null || !sheet.lexicon.rows.actors.has(actor)) return []
  const rules = `rules found ${draft.agents.length > 0 ? 'somebody' : 'nobody'}`
  return [
    {
      participant: { actor, text: source.text, span: source.span },
      features: [
        'teller',
        `teller, ${draft.type}`,
        `teller, ${form}, ${rules}`,
        ...describeDraft(setting, 'far '),
      ],
    },
  ]
}
