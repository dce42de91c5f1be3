/** What all candidates of a claim share, and how each stands to the trigger: before or behind, how far, past what. */
import type { Mention } from '../model.ts'
import type { Draft } from './draft.ts'
import { isAnd } from './grammar.ts'
import {
  findGrammar,
  findGrammarBefore,
  findSentence,
  findToken,
  type Placed,
  type Sheet,
  within,
} from './sheet.ts'

/** Tokens before and behind a trigger in which its participants and places are looked for. */
const REACH = 60

export interface Setting {
  readonly sheet: Sheet
  readonly drafts: readonly Draft[]
  readonly index: number
  readonly draft: Draft
  /** `verb`, `noun`, or `carried noun` behind a light verb. */
  readonly form: string
  /** The verb whose subject is asked for. */
  readonly verb: number
  /** The tokens of its sentence within reach. */
  readonly reach: readonly [from: number, to: number]
  /** Drafts within reach, itself left out. */
  readonly others: readonly Draft[]
}

/** The setting of the draft at `index`. */
export function readSetting(sheet: Sheet, drafts: readonly Draft[], index: number): Setting {
  const draft = drafts[index] as Draft
  const sentence = findSentence(sheet, draft.hit.from)
  return {
    sheet,
    drafts,
    index,
    draft,
    form: nameForm(draft),
    verb: draft.carrier ?? draft.hit.from,
    reach: [Math.max(sentence.from, draft.from - REACH), Math.min(sentence.to, draft.to + REACH)],
    others: findOthers(drafts, index),
  }
}

/** Verb, noun, or noun behind a light verb. */
export function nameForm({ nominal, carrier }: Draft): string {
  if (!nominal) return 'verb'
  return carrier === null ? 'noun' : 'carried noun'
}

function findOthers(drafts: readonly Draft[], index: number): Draft[] {
  const here = (drafts[index] as Draft).hit.from
  const isNear = (i: number) => Math.abs((drafts[i] as Draft).hit.from - here) <= REACH
  let from = index
  while (from > 0 && isNear(from - 1)) from--
  let to = index + 1
  while (to < drafts.length && isNear(to)) to++
  return drafts.slice(from, to).filter(other => other !== drafts[index])
}

/** How a mention stands to the trigger. */
export interface Stand {
  readonly side: 'own word' | 'amid' | 'before' | 'after'
  /** The word that it stands behind: `nothing`, `and`, `by`, `with`, … */
  readonly behind: string
  /** The tokens between the two. */
  readonly gap: readonly [from: number, to: number]
}

/** How a mention stands to the trigger; `kinds` are the grammar words that it may stand behind, in order. */
export function readStand(
  { sheet, draft, verb }: Setting,
  name: Placed<Mention>,
  kinds: readonly string[],
): Stand {
  const { from, to } = draft.hit
  const isAfter = name.from >= to
  const isAmid = draft.carrier !== null && name.from > draft.carrier && name.to <= from
  const isOwn = name.from <= from && from < name.to
  return {
    side: isOwn ? 'own word' : isAmid ? 'amid' : isAfter ? 'after' : 'before',
    behind: findBehind(sheet, name, kinds),
    gap: isAfter ? [draft.to, name.from] : [name.to, Math.min(draft.from, verb)],
  }
}

const WRITTEN_ON: Readonly<Record<string, string>> = {
  '\u0628': 'by written on',
  '\u0644': 'to written on',
  '\u0643': 'like written on',
}

function findBehind(sheet: Sheet, { mention, from }: Placed<Mention>, kinds: readonly string[]): string {
  const { start, form } = findToken(sheet, from)
  const isFirst = from === findSentence(sheet, from).from
  const word = isFirst ? undefined : kinds.find(kind => findGrammarBefore(sheet, from, kind) !== undefined)
  if (word !== undefined && word !== 'preposition') return word
  const isGlued = mention.span[0] > start || form.startsWith('\u0644\u0644')
  const written = isGlued ? WRITTEN_ON[form.replace(/^\u0648(?!\u0644\u064a)/, '')[0] ?? ''] : undefined
  return written ?? word ?? (isGlued && isAnd(sheet, from) ? 'and' : 'nothing')
}

/** How far, past what: the features of a stand. `names` are the mentions of its kind within reach. */
export function describeStand(
  { sheet, draft, form, others }: Setting,
  name: Placed<Mention>,
  { side, behind, gap, names }: Stand & { names: readonly Placed<Mention>[] },
): string[] {
  const far = nameDistance(gap[1] - gap[0])
  const isHere = name.from >= draft.clause[0] && name.from < draft.clause[1]
  const isBetween = (token: number) => token >= gap[0] && token < gap[1]
  const passed = Math.min(2, names.filter(other => other !== name && isBetween(other.from)).length)
  const words = Math.min(2, within(sheet.events, gap[0], gap[1]).length)
  const triggers = Math.min(2, others.filter(({ hit }) => isBetween(hit.from)).length)
  return [
    `${side} ${form}`,
    `${side} ${form}, ${draft.type}`,
    `${side} ${form}, ${far}`,
    `${side} ${form}, ${far}, ${draft.type}`,
    `${side}, ${isHere ? 'in its clause' : 'out of its clause'}`,
    `${side} ${form}, behind ${behind}`,
    `${side} ${draft.type}, behind ${behind}`,
    `${side} ${form}, behind ${behind}, ${far}`,
    `${side}, past ${passed} names`,
    `${side}, past ${triggers} triggers`,
    `${side}, past ${words} event words`,
    `${side}, past ${words} event words, behind ${behind}`,
    `${side} ${form}, past ${passed} names and ${triggers} triggers`,
    `${side} row ${draft.hit.row.id}`,
    ...CROSSED.filter(kind => hasGrammar(sheet, gap, kind)).map(kind => `${side}, across ${kind}`),
  ]
}

const CROSSED = [
  'that',
  'relative',
  'clause',
  'cause',
  'after',
  'result',
  'by',
  'opponent',
  'against',
  'light',
  'phase',
  'passive',
] as const

/** True where a grammar word of a kind stands between two tokens. */
export function hasGrammar(sheet: Sheet, [from, to]: readonly [number, number], kind: string): boolean {
  for (let token = from; token < to; token++) if (findGrammar(sheet, token, kind) !== undefined) return true
  return false
}

function nameDistance(tokens: number): string {
  if (tokens <= 1) return tokens <= 0 ? 'next to it' : 'a word off'
  return tokens <= 3 ? '3 words off' : tokens <= 6 ? '6 words off' : tokens <= 12 ? '12 words off' : 'far'
}
