/** What is known of a draft, as the features by which `lexicon/weights.tsv` weighs it. */
import { DEFINITE } from '../lexicon/clitics.ts'
import { type Draft, nearby } from './draft.ts'
import { findGrammar, findSentence, findToken, hasClass, type Sheet } from './sheet.ts'

/** Grammar words that tell a new fact from one that is only looked back on. */
const BEFORE = [
  'after',
  'before',
  'cause',
  'purpose',
  'relative',
  'that',
  'clause',
  'negation',
  'result',
  'preposition',
  'light',
  'phase',
  'try',
] as const

/**
 * The features of the draft at `index`, as names that a person can read: `row capture:سيطر`, `noun`, `behind after`.
 * All are present or absent; their number is about twenty.
 */
export function findFeatures(sheet: Sheet, drafts: readonly Draft[], index: number): string[] {
  const draft = drafts[index] as Draft
  const form = draft.nominal ? ((draft.hit.clitics & DEFINITE) !== 0 ? 'definite noun' : 'noun') : 'verb'
  const carrier = draft.carrier === null ? 'bare' : findCarrierKind(sheet, draft.carrier)
  const parts = describeParts(draft)
  const behind = findBehind(sheet, draft)
  return [
    `row ${draft.hit.row.id}`,
    `type ${draft.type}`,
    `form ${form}`,
    `form ${form}, ${carrier}`,
    `form ${form}, ${parts}`,
    `type ${draft.type}, ${form}`,
    `behind ${behind}`,
    `behind ${behind}, ${form}`,
    `has ${parts}`,
    ...describeWords(sheet, draft),
    ...describeFlags(sheet, draft),
    ...describeWar(sheet, draft),
    ...describeNeighbours(sheet, drafts, index),
  ]
}

function findCarrierKind(sheet: Sheet, token: number): string {
  for (const kind of ['try', 'fail', 'still', 'phase', 'passive', 'light']) {
    if (findGrammar(sheet, token, kind) !== undefined) return `carried by ${kind}`
  }
  return 'carried'
}

function describeParts(draft: Draft): string {
  const isShared = draft.because.includes('<place> of the clause beside it')
  const parts = [
    draft.agents.length > 0
      ? draft.because.includes('<subject> carried on')
        ? 'carried doer'
        : 'doer'
      : 'no doer',
    draft.places.length > 0 ? (isShared ? 'shared place' : 'place') : 'no place',
    (draft.count?.min ?? null) === null ? '' : 'number',
  ]
  return parts.filter(Boolean).join(' ')
}

/** What stands right before the clause's first word. */
function findBehind(sheet: Sheet, draft: Draft): string {
  const sentence = findSentence(sheet, draft.from)
  if (draft.from === sentence.from) return 'nothing'
  for (let back = 1; back <= 2 && draft.from - back >= sentence.from; back++) {
    const kind = BEFORE.find(name => findGrammar(sheet, draft.from - back, name) !== undefined)
    if (kind !== undefined) return back === 1 ? kind : `a word behind ${kind}`
  }
  return 'a word'
}

/** The words right before and behind it: what rules do not know yet. */
function describeWords(sheet: Sheet, draft: Draft): string[] {
  const sentence = findSentence(sheet, draft.from)
  const before = draft.from > sentence.from ? findToken(sheet, draft.from - 1).form : 'nothing'
  const behind = draft.to < sentence.to ? findToken(sheet, draft.to).form : 'nothing'
  return [`word before ${before}`, `word behind ${behind}`]
}

function describeFlags(sheet: Sheet, draft: Draft): string[] {
  const sentence = findSentence(sheet, draft.from)
  const isQuoted = sheet.quoted.has(draft.hit.from)
  const flags = [
    `modality ${draft.modality}`,
    draft.sources.length > 0 ? 'on a source' : 'own voice',
    draft.date === null ? 'no date' : 'date',
    findGrammar(sheet, draft.clause[0], 'relative') === undefined ? 'main clause' : 'relative clause',
    draft.places.length > 0 ? 'relative or not, place' : 'nowhere',
  ]
  if (isQuoted) flags.push('a few quoted words')
  if (draft.cause !== null) flags.push('result of an attack')
  if (sentence.to - sentence.from < 9) flags.push('short sentence')
  if (hasClass(sheet, draft.to, 'people')) flags.push('people follow')
  return flags
}

/** Tokens of an article below which a share tells little, and of one whose other words tell nothing. */
const LEAST_SIZE = 20
const SHORT_SIZE = 60
const SURE_SIZE = 100

/** How much the article, and the sentence beside the trigger, speak of war. */
function describeWar(sheet: Sheet, draft: Draft): string[] {
  const size = sheet.text.tokens.length
  const words = sheet.war[size] ?? 0
  const share = nameShare((100 * words) / Math.max(LEAST_SIZE, size))
  const sentence = findSentence(sheet, draft.from)
  const own = (sheet.war[draft.hit.to] ?? 0) - (sheet.war[draft.hit.from] ?? 0)
  const beside = (sheet.war[sentence.to] ?? 0) - (sheet.war[sentence.from] ?? 0) - own
  return [
    `war in the article: ${words === 0 && size < SHORT_SIZE ? 'none, but it is short' : share}`,
    `war beside it: ${beside === 0 ? 'none' : beside === 1 ? 'one word' : 'more'}`,
    `other subjects in the article: ${nameShare((100 * (sheet.elsewhere[size] ?? 0)) / Math.max(SURE_SIZE, size))}`,
    `other subjects beside it: ${hasElsewhere(sheet, sentence) ? 'some' : 'none'}`,
  ]
}

/** A share of words, in per cent. */
function nameShare(share: number): string {
  return share < 0.3 ? 'none' : share < 1 ? 'hardly' : share < 2 ? 'some' : share < 4 ? 'much' : 'all'
}

function hasElsewhere(sheet: Sheet, { from, to }: { from: number; to: number }): boolean {
  return (sheet.elsewhere[to] ?? 0) > (sheet.elsewhere[from] ?? 0)
}

function describeNeighbours(sheet: Sheet, drafts: readonly Draft[], index: number): string[] {
  const draft = drafts[index] as Draft
  const sentence = findSentence(sheet, draft.from)
  const isHere = (other: Draft | undefined) =>
    other !== undefined && other.from >= sentence.from && other.from < sentence.to
  const before = drafts[index - 1]
  const features: string[] = [isHere(before) ? 'not the first of its sentence' : 'first of its sentence']
  if (isHere(before) && before?.type === draft.type) features.push('same type just before')
  if (isHere(before)) features.push(`after ${before?.type}: ${draft.type}`)
  if (nearbyAfter(sheet, drafts, index).some(other => other.cause === index)) {
    const isBare = draft.places.length === 0 || draft.because.includes('<place> of the clause beside it')
    features.push(isBare ? 'cause without a place' : 'cause with a place')
  }
  return features
}

/** The drafts of this sentence and the next: those whose cause this one may be. */
function nearbyAfter(sheet: Sheet, drafts: readonly Draft[], index: number): Draft[] {
  const here = findSentence(sheet, (drafts[index] as Draft).hit.from).index
  const near: Draft[] = nearby(sheet, drafts, { index, back: 0 }).map(i => drafts[i] as Draft)
  for (let i = index + 1; i < drafts.length; i++) {
    const other = drafts[i] as Draft
    if (findSentence(sheet, other.hit.from).index - here > 1) break
    near.push(other)
  }
  return near
}
