/** Finds the words that say who says: reporting verbs with their speakers, "according to", "reports of". */
import { AND, DEFINITE, TO } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import { type Row, tableBit } from '../lexicon/tables.ts'
import type { Source, Span, Stance } from '../model.ts'
import { foldWord } from '../text/fold.ts'
import { COLON, COMMA, OPEN_QUOTE, PLAIN_QUOTE, SEMICOLON } from '../text/units.ts'
import { findCarried, findHops, findSpeakerBefore, findSpeakerFrom } from './seek.ts'
import { findGrammar, findSentence, findToken, listKinds, type Sheet, spanOf } from './sheet.ts'
import {
  findSpeakerAt,
  findUnknownSpeaker,
  indexSpeakers,
  type Speaker,
  type SpeakerIndex,
} from './speakers.ts'

export interface Cue {
  /** `hop`: "carried by the agency", a further teller of what was said before. */
  readonly kind: 'verb' | 'phrase' | 'report' | 'hop'
  readonly hit: Hit
  readonly span: Span
  readonly stance: Stance
  readonly speaker: Speaker | null
  /** Those to whom the speaker spoke or from whom the teller has it: further hops, nearest first. */
  readonly hops: readonly Source[]
  /** Says "and he added": who speaks goes on. */
  readonly continues: boolean
  /** What is denied by it did not happen, as its source has it. */
  readonly denies: boolean
  readonly because: string
  /** Tokens over which the speaker speaks. */
  readonly content: readonly [from: number, to: number]
}

/** A colon behind a name is a cue without a row. */
const HEAD_ROW: Row = { table: 'attribution-phrases', id: ':', line: 0, cells: {} }
const LOOK_AHEAD = 12

/** Finds the cues of a text, in order; linear. */
export function findCues(sheet: Sheet): Cue[] {
  const index = indexSpeakers(sheet)
  const cues: Cue[] = readHeads(sheet, index)
  const taken = new Set<number>()
  for (const hit of sheet.phrases) {
    if (taken.has(hit.from)) continue
    const cue = readPhrase(sheet, index, hit)
    if (cue === undefined && hit.row.cells.side !== 'own') continue
    if (cue !== undefined) cues.push(cue)
    for (let token = hit.from; token < hit.to; token++) taken.add(token)
  }
  for (const hit of sheet.verbs) {
    if (taken.has(hit.from) || isTold(sheet, cues.at(-1), hit)) continue
    const cue = readVerb(sheet, index, hit)
    if (cue === undefined) continue
    taken.add(hit.from)
    cues.push(cue)
  }
  return cues.sort((a, b) => a.hit.from - b.hit.from)
}

/** "نقلت الوكالة عن مصدر قوله": the word of the one just named, with the pronoun that looks back at him. */
function isTold(sheet: Sheet, last: Cue | undefined, hit: Hit): boolean {
  if (last?.kind !== 'verb' || last.content[0] !== hit.from) return false
  return /(?:\u0647|\u0647\u0627|\u0647\u0645)$/.test(foldWord(sheet.text.text.slice(...hit.span)))
}

function hasNote(hit: Hit, word: string): boolean {
  return (hit.row.cells.note ?? '').split(' ').includes(word)
}

function stanceOf(hit: Hit): Stance {
  return (hit.row.cells.stance || 'neutral') as Stance
}

function readPhrase(sheet: Sheet, index: SpeakerIndex, hit: Hit): Cue | undefined {
  const side = hit.row.cells.side
  if (side === 'noun') return readReport(sheet, hit)
  if (side !== 'after' && side !== 'both') return undefined
  const speaker = findSpeakerFrom(sheet, index, { from: hit.to, reach: 3 })
  if (speaker === undefined) return undefined
  const sentence = findSentence(sheet, hit.from)
  const isFirst = hit.from - sentence.from <= 2
  const carries = findCarried(sheet, index, speaker.to)
  const hops = findHops(sheet, index, speaker)
  return {
    kind: 'phrase',
    hit,
    span: hit.span,
    stance: stanceOf(hit),
    speaker: carries ?? speaker,
    hops: carries === undefined ? hops : [speaker.source, ...hops],
    continues: false,
    denies: false,
    because: `attribution-phrases/${hit.row.id}`,
    content: isFirst
      ? [(carries ?? speaker).to, sentence.to]
      : [findClauseStart(sheet, hit.from), sentence.to],
  }
}

/** "…، وهو ما تصدى له الجيش، وفق مصادر": what stands behind the last subordinator is theirs. */
function findClauseStart(sheet: Sheet, token: number): number {
  const { from } = findSentence(sheet, token)
  for (let at = token - 4; at > from; at--) {
    const opens = findGrammar(sheet, at, 'clause') !== undefined && (findToken(sheet, at).gap & COMMA) !== 0
    if (opens) return at
  }
  return from
}

function readReport(sheet: Sheet, hit: Hit): Cue {
  const sentence = findSentence(sheet, hit.from)
  const span = spanOf(sheet, hit.from, hit.from + 1)
  const source: Source = { text: sheet.text.text.slice(span[0], span[1]), kind: 'report', span }
  return {
    kind: 'report',
    hit,
    span: hit.span,
    stance: stanceOf(hit),
    speaker: { from: hit.from, to: hit.from + 1, source, anaphor: false, clitics: 0 },
    hops: [],
    continues: false,
    denies: false,
    because: `attribution-phrases/${hit.row.id}`,
    content: [hit.to, sentence.to],
  }
}

function readVerb(sheet: Sheet, index: SpeakerIndex, hit: Hit): Cue | undefined {
  if (hit.clitics & DEFINITE) return undefined
  if (hit.pronoun !== '' && hasNote(hit, 'retells')) return readHop(sheet, index, hit)
  if (isOtherWord(sheet, hit)) return undefined
  const participle = isParticiple(sheet, hit)
  const behind = findSpeakerFrom(sheet, index, { from: hit.to, reach: 6 })
  const isTo = behind !== undefined && (behind.clitics & TO) !== 0
  const after = isTo ? undefined : (behind ?? findUnknown(sheet, index, hit))
  const that = findThat(sheet, after?.to ?? hit.to)
  const isOpen = that !== undefined || hasOpening(sheet, after?.to ?? hit.to)
  if (!isOpen && !hasTaken(sheet, hit, after?.to ?? hit.to)) return undefined
  const before = after === undefined && !participle ? findSpeakerBefore(sheet, index, hit) : undefined
  const speaker = after ?? before ?? null
  const continues = hasNote(hit, 'continues') || participle
  if (!isCue(hit, { isOpen, speaker, continues, that })) return undefined
  const carries = hasNote(hit, 'carries') ? findCarried(sheet, index, speaker?.to ?? hit.to) : undefined
  if (hasNote(hit, 'carries') && carries === undefined && !isOpen && speaker?.source.kind === 'official')
    return undefined
  const from = Math.max(hit.to, carries?.to ?? 0, after?.to ?? 0)
  const hops = speaker === null ? [] : findHops(sheet, index, speaker)
  return {
    kind: 'verb',
    hit,
    span: hit.span,
    stance: stanceOf(hit),
    speaker: carries ?? speaker,
    hops: carries === undefined || speaker === null ? hops : [speaker.source, ...hops],
    continues,
    denies: hasNote(hit, 'denies'),
    because: `reporting-verbs/${hit.row.id}`,
    content: findContent(sheet, hit, from),
  }
}

/** "شاب يدعى": rows noted `ya` end in ya, and the same letters with alif maqsura are another word. */
function isOtherWord(sheet: Sheet, hit: Hit): boolean {
  return hasNote(hit, 'ya') && sheet.text.text.charAt(hit.span[1] - 1) === '\u0649' && hit.column === 'forms'
}

/** Behind the cue; before it where it closes the sentence: "…، كما قال ناشطون", "…، يقول القائد". */
function findContent(sheet: Sheet, hit: Hit, from: number): [from: number, to: number] {
  const sentence = findSentence(sheet, hit.from)
  const closes = from >= sentence.to && hit.from > sentence.from + 2 && (hit.clitics & AND) === 0
  return closes ? [findClauseStart(sheet, hit.from), hit.from] : [from, sentence.to]
}

/** "في تصريح نقلته وكالة سانا", "بيان نشرته الصحيفة": the outlet that passes on what the speaker before said. */
function readHop(sheet: Sheet, index: SpeakerIndex, hit: Hit): Cue | undefined {
  const speaker = findSpeakerFrom(sheet, index, { from: hit.to, reach: 3 })
  if (speaker === undefined) return undefined
  const { to } = findSentence(sheet, hit.from)
  const cue = {
    hit,
    span: hit.span,
    stance: stanceOf(hit),
    speaker,
    hops: [],
    continues: false,
    denies: false,
  }
  return { ...cue, kind: 'hop', because: `reporting-verbs/${hit.row.id}`, content: [speaker.to, to] }
}

/** "مراسلنا: مقتل مدنيين": a speaker at the head of a sentence, with a colon behind. */
function readHeads(sheet: Sheet, index: SpeakerIndex): Cue[] {
  return sheet.text.sentences.flatMap(sentence => {
    for (let token = sentence.from; token < Math.min(sentence.from + 3, sentence.to); token++) {
      const speaker = findSpeakerAt(sheet, index, token)
      const isHead =
        speaker !== undefined && speaker.to < sentence.to && (findToken(sheet, speaker.to).gap & COLON) !== 0
      if (speaker !== undefined && isHead) return [writeHead(sheet, speaker, sentence.to)]
    }
    return []
  })
}

function writeHead(sheet: Sheet, speaker: Speaker, to: number): Cue {
  const span = spanOf(sheet, speaker.from, speaker.to)
  const table = tableBit('attribution-phrases')
  const place = { from: speaker.from, to: speaker.to, clitics: 0, pronoun: '', span }
  const hit = { row: HEAD_ROW, column: '', table, kinds: -1, ...place }
  const cue = { hit, span, stance: 'neutral' as const, speaker, hops: [], continues: false, denies: false }
  return { ...cue, kind: 'phrase', because: '<source>: <claim>', content: [speaker.to, to] }
}

/** Verbs that only people govern; behind others an unknown word may be anything. */
function findUnknown(sheet: Sheet, index: SpeakerIndex, hit: Hit): Speaker | undefined {
  if (!hasNote(hit, 'said') || hit.pronoun !== '') return undefined
  return findUnknownSpeaker(sheet, index, hit.to)
}

interface Frame {
  readonly isOpen: boolean
  readonly speaker: Speaker | null
  readonly continues: boolean
  readonly that: number | undefined
}

function isCue(hit: Hit, { isOpen, speaker, continues, that }: Frame): boolean {
  if (hasNote(hit, 'needs=that') && that === undefined) return false
  if (hasNote(hit, 'needs=outlet'))
    return that !== undefined || speaker?.source.kind === 'agency' || speaker?.source.kind === 'outlet'
  if (hasNote(hit, 'needs=said')) return that !== undefined && (speaker !== null || continues)
  return speaker !== null || (isOpen && continues) || that !== undefined
}

/** "مشيرا", "مضيفة": a participle, which no finite form looks like, goes on with the speaker of the verb before. */
function isParticiple(sheet: Sheet, hit: Hit): boolean {
  const word = foldWord(sheet.text.text.slice(hit.span[0], hit.span[1]))
  return hit.column === 'forms' && /^\u0645.*(?:\u0627|\u0647|\u064a\u0646)$/.test(word)
}

/** Token after the complementiser: "أن", "إن", "بأن", or "عن" and "إلى" where a noun follows. */
function findThat(sheet: Sheet, from: number): number | undefined {
  const end = Math.min(findSentence(sheet, Math.max(0, from - 1)).to, from + LOOK_AHEAD)
  for (let token = from; token < end; token++) {
    const that = findGrammar(sheet, token, 'that')
    if (that !== undefined) return that.to
    if (findToken(sheet, token).gap & (COLON | SEMICOLON)) return undefined
  }
  return undefined
}

/** Behind the speaker stand his manner and his time, and then what the verb takes. */
const TAKEN_WITHIN = 8

/**
 * "شدد القائد على المضي" is said, "شدد الجيش الحصار" is done: a verb that takes no noun has its preposition behind it, or
 * closes the sentence: "…، يقول القائد".
 */
function hasTaken(sheet: Sheet, hit: Hit, from: number): boolean {
  const takes = (hit.row.cells.takes ?? '').split('|')
  if (takes.includes('noun') || takes.some(word => isThat(sheet, word)) || hit.pronoun !== '') return true
  const { to } = findSentence(sheet, hit.from)
  if (from >= to || (findToken(sheet, from).gap & (COMMA | COLON | SEMICOLON)) !== 0) return true
  for (let token = from; token < Math.min(to, from + TAKEN_WITHIN); token++) {
    const { form } = findToken(sheet, token)
    const isTaken = takes.some(word => {
      const own = foldWord(word)
      return own === form || (own.length === 1 && form.startsWith(own))
    })
    if (isTaken) return true
  }
  return false
}

/** True for the complementiser among the words that a verb takes. */
function isThat(sheet: Sheet, word: string): boolean {
  const row = sheet.lexicon.rows.particles.get(word)
  return row !== undefined && listKinds(row).has('that')
}

function hasOpening(sheet: Sheet, token: number): boolean {
  const next = sheet.text.tokens[token]
  return next !== undefined && (next.gap & (COLON | OPEN_QUOTE | PLAIN_QUOTE)) !== 0
}
