/** Subjects that the clause leaves out: pronouns, "أنها", relative clauses, verbs strung together. */
import { AND } from '../lexicon/clitics.ts'
import type { ClaimType, Participant } from '../model.ts'
import { readParticipant } from './agents.ts'
import { isPassive } from './doers.ts'
import { addTo, type Draft } from './draft.ts'
import { agrees, type Gender, genderOfName, genderOfVerb } from './grammar.ts'
import { findJoined, isArmed } from './joined.ts'
import { findGrammar, findSentence, findToken, hasClass, type Sheet, within } from './sheet.ts'
import type { Voice } from './voices.ts'

/** Types whose clause always has a doer, so that a missing one is carried from before. */
const DONE: ReadonlySet<ClaimType> = new Set([
  'capture',
  'hold',
  'lose',
  'advance',
  'besiege',
  'assault',
  'repel',
  'deploy',
  'abuse',
  'seize',
  'demine',
  'airstrike',
  'shelling',
])

/** Those who help are not those who fight. */
const HELP: ReadonlySet<ClaimType> = new Set(['aid', 'displacement', 'transfer', 'negotiate'])

/** Gives drafts without an agent the subject that carries on: of the announcement, of the verb before, of the topic. */
export function resolveSubjects(
  sheet: Sheet,
  drafts: readonly Draft[],
  voices: ReadonlyMap<number, readonly Voice[]>,
): Draft[] {
  const done: Draft[] = []
  for (const draft of drafts) {
    if (isHalfFight(draft)) {
      done.push(addOwnSide(sheet, draft, done))
      continue
    }
    const announcer = draft.agents.length === 0 ? findAnnouncer(sheet, draft, voices) : undefined
    if (announcer !== undefined) {
      done.push(addTo(draft, { agents: announcer }, '<announcer> + <masdar>'))
      continue
    }
    const needs = draft.agents.length === 0 && DONE.has(draft.type) && isCarried(sheet, draft)
    if (!needs) {
      done.push(draft)
      continue
    }
    const own = findSpeakerSubject(sheet, draft, voices)
    const subject = own ?? findSubjectBefore(sheet, draft, done)
    done.push(subject === undefined ? draft : addTo(draft, { agents: subject }, '<subject> carried on'))
  }
  return done
}

/** "استعادت البلدة بعد تدمير مواقع التنظيم", "وقتلت العديد": harm that the topic of the sentence did. */
export function resolveActive(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  const done: Draft[] = []
  for (const draft of drafts) {
    const isActive = draft.agents.length === 0 && draft.cause === null && isActiveHarm(sheet, draft)
    const subject = isActive ? findSubjectBefore(sheet, draft, done) : undefined
    done.push(subject === undefined ? draft : addTo(draft, { agents: subject }, '<subject> carried on'))
  }
  return done
}

/** Rows noted `active` have a doer; "قتلت" before a masculine victim is no passive. */
function isActiveHarm(sheet: Sheet, draft: Draft): boolean {
  if ((draft.hit.row.cells.note ?? '').includes('active')) return true
  if (draft.type !== 'casualties' || draft.nominal) return false
  const isFeminine = genderOfVerb(sheet, draft.hit.from) === 'feminine'
  return (
    isFeminine && hasClass(sheet, draft.to, 'people') && !findToken(sheet, draft.to).form.endsWith('\u0647')
  )
}

/** "بعد معارك مع المسلحين": the other side is the topic of the sentence. */
function isHalfFight(draft: Draft): boolean {
  return (
    draft.agents.length > 0 &&
    draft.because.at(-1) !== undefined &&
    draft.because.includes('<fight> + with + <actor>')
  )
}

function addOwnSide(sheet: Sheet, draft: Draft, done: readonly Draft[]): Draft {
  const own = findSubjectBefore(sheet, draft, done)?.filter(
    one => !draft.agents.some(foe => foe.actor === one.actor),
  )
  const isFull = draft.agents.length > 1 || own === undefined || own.length === 0
  return isFull ? draft : addTo(draft, { agents: [...own, ...draft.agents] }, '<subject> carried on')
}

/** A finite verb, or a masdar with a pronoun, has a subject even where none is named; a bare masdar may have none. */
function isCarried(sheet: Sheet, draft: Draft): boolean {
  if (draft.hit.row.cells.note === 'passive') return false
  if (draft.hit.pronoun !== '') return true
  if (draft.carrier !== null) return !isPassive(sheet, draft)
  if (draft.modality === 'negated' && draft.type === 'casualties') return false
  return (
    !draft.nominal || (draft.hit.clitics & AND) !== 0 || (draft.hit.row.cells.note ?? '').includes('object')
  )
}

/** Between the name of who announces and the masdar stand at most a comma's date and an adverb. */
const ANNOUNCED_WITHIN = 3

/** "أعلن الجيش إحكام قبضته", "نفى التنظيم الانسحاب من المدينة": a bare masdar that is announced is its announcer's act. */
function findAnnouncer(
  sheet: Sheet,
  draft: Draft,
  voices: ReadonlyMap<number, readonly Voice[]>,
): readonly Participant[] | undefined {
  if (!draft.nominal || !(DONE.has(draft.type) || draft.type === 'transfer')) return undefined
  const here = voices.get(sheet.sentenceOf[draft.hit.from] as number)
  const isNext = here?.some(
    ({ content }) => content[0] <= draft.from && draft.from - content[0] <= ANNOUNCED_WITHIN,
  )
  if (!isNext || hasClass(sheet, draft.hit.to, 'people')) return undefined
  return findSpeakerSubject(sheet, draft, voices)
}

/** "أعلنت القوات أنها سيطرت": the speaker is the doer. */
function findSpeakerSubject(
  sheet: Sheet,
  draft: Draft,
  voices: ReadonlyMap<number, readonly Voice[]>,
): readonly Participant[] | undefined {
  const here = voices.get(sheet.sentenceOf[draft.hit.from] as number)
  const voice = here?.findLast(one => one.content[0] <= draft.hit.from && draft.hit.from < one.content[1])
  const source = voice?.sources[0]
  if (source?.actor === undefined || source.actor === null) return undefined
  if (!sheet.lexicon.rows.actors.has(source.actor)) return undefined
  const kind = sheet.lexicon.rows.actors.get(source.actor)?.cells.kind
  if (kind === 'monitor' || kind === 'category' || kind === 'relief') return undefined
  return [{ actor: source.actor, text: source.text, span: source.span }]
}

/** The topic: the antecedent of "who", the doer of the clause before, the actor named last in the sentence. */
function findSubjectBefore(
  sheet: Sheet,
  draft: Draft,
  done: readonly Draft[],
): readonly Participant[] | undefined {
  const antecedent = findAntecedent(sheet, draft)
  if (antecedent !== undefined) return antecedent
  const sentence = findSentence(sheet, draft.from)
  const gender = genderOfVerb(sheet, draft.carrier ?? draft.hit.from)
  for (let i = done.length - 1; i >= 0; i--) {
    const other = done[i] as Draft
    const distance = sentence.index - findSentence(sheet, other.from).index
    if (distance > 1) break
    const isTopic = other.agents.length > 0 && !HELP.has(other.type)
    if (isTopic && (draft.nominal || isAgreeing(sheet, other, gender))) return findDoers(other)
  }
  const start = Math.max(sentence.from, draft.from - 25)
  const actor = within(sheet.actors, start, draft.from).findLast(
    one => one.to <= draft.from && one.mention.actor !== null && isArmed(sheet, one),
  )
  return actor === undefined ? undefined : [readParticipant(actor, draft.type)]
}

/** Of a fight only the side named first goes on as the topic. */
function findDoers({ type, agents }: Draft): readonly Participant[] {
  return type === 'clash' ? agents.slice(0, 1) : agents.slice(0, 3)
}

/** The mention behind an agent's words, looked for around its clause. */
function findActorAt(sheet: Sheet, near: Draft, start: number) {
  return within(sheet.actors, near.from - 60, near.to + 60).find(one => one.mention.span[0] === start)
}

function isAgreeing(sheet: Sheet, other: Draft, gender: Gender): boolean {
  const [start] = other.agents[0]?.span ?? [0]
  const actor = findActorAt(sheet, other, start)
  return actor === undefined || agrees(gender, genderOfName(sheet, actor.from))
}

/** "قوات النظام والمليشيات التي حققت تقدما": the actor before the relative pronoun, with those joined to it. */
function findAntecedent(sheet: Sheet, draft: Draft): readonly Participant[] | undefined {
  const opening = draft.clause[0]
  if (opening === 0 || findGrammar(sheet, opening, 'relative') === undefined) return undefined
  const last = sheet.actorAt[opening - 1]
  if (last === undefined) return undefined
  const first = within(sheet.actors, last.from - 12, last.from).findLast(one => one.to >= last.from - 1)
  const start = first !== undefined && findJoined(sheet, first).includes(last) ? first : last
  const group = start === last ? [last] : [start, ...findJoined(sheet, start)]
  return group.map(one => readParticipant(one, draft.type))
}
