/** Finds who speaks: the stretch of words that names a source, from its head noun to the end of its name. */
import { DEFINITE, TO } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import type { Source, SourceKind } from '../model.ts'
import { COLON, COMMA, OPEN_QUOTE, PARAGRAPH, PLAIN_QUOTE, SEMICOLON, STOP } from '../text/units.ts'
import { findGrammar, findSentence, findToken, type Sheet } from './sheet.ts'

export interface Speaker {
  readonly from: number
  readonly to: number
  readonly source: Source
  /** "The source", "the agency": someone named before. */
  readonly anaphor: boolean
  /** A preposition written onto the first word: "to Reuters". */
  readonly clitics: number
}

const LONGEST_NAME = 9
const HALT = COMMA | STOP | COLON | SEMICOLON | PARAGRAPH

/** Words by token, built once for a sheet. */
export interface SpeakerIndex {
  readonly roles: ReadonlyMap<number, Hit>
  readonly outlets: ReadonlyMap<number, Hit>
  readonly verbs: ReadonlySet<number>
  readonly events: ReadonlySet<number>
}

/** The words of a sheet that may name a speaker or end a name, by token; linear. */
export function indexSpeakers(sheet: Sheet): SpeakerIndex {
  return {
    roles: longestByToken(sheet.roles),
    outlets: longestByToken(sheet.outlets),
    verbs: new Set(sheet.verbs.filter(hit => !(hit.clitics & DEFINITE)).map(hit => hit.from)),
    events: new Set(sheet.events.map(hit => hit.from)),
  }
}

function longestByToken(hits: readonly Hit[]): Map<number, Hit> {
  const byToken = new Map<number, Hit>()
  for (const hit of hits) {
    const before = byToken.get(hit.from)
    if (before === undefined || before.to < hit.to) byToken.set(hit.from, hit)
  }
  return byToken
}

/** The speaker whose name begins at a token; undefined where nobody's does. */
export function findSpeakerAt(sheet: Sheet, index: SpeakerIndex, token: number): Speaker | undefined {
  const role = index.roles.get(token)
  if (role !== undefined) return readRole(sheet, index, role)
  const outlet = index.outlets.get(token)
  if (outlet !== undefined) return readOutlet(sheet, outlet)
  const actor = sheet.actorAt[token]
  if (actor === undefined || actor.from !== token || actor.mention.force === 'act') return undefined
  const { span, text, actor: id } = actor.mention
  return {
    from: actor.from,
    to: actor.to,
    source: { text, kind: 'official', span, actor: id },
    anaphor: false,
    clitics: span[0] > findToken(sheet, token).start ? TO : 0,
  }
}

function readRole(sheet: Sheet, index: SpeakerIndex, hit: Hit): Speaker {
  const to = findNameEnd(sheet, index, hit)
  const isBare = to === hit.to && hit.to - hit.from === 1
  return {
    from: hit.from,
    to,
    source: writeSource(sheet, hit, { to, kind: (hit.row.cells.kind ?? 'anonymous') as SourceKind }),
    anaphor: isBare && isDefinite(sheet, hit),
    clitics: hit.clitics,
  }
}

function readOutlet(sheet: Sheet, hit: Hit): Speaker {
  const kind: SourceKind = hit.row.cells.kind === 'agency' ? 'agency' : 'outlet'
  const source = { ...writeSource(sheet, hit, { to: hit.to, kind }), actor: hit.row.id }
  return { from: hit.from, to: hit.to, source, anaphor: false, clitics: hit.clitics }
}

function writeSource(sheet: Sheet, hit: Hit, { to, kind }: { to: number; kind: SourceKind }): Source {
  const span = [hit.span[0], findToken(sheet, to - 1).end] as const
  return { text: sheet.text.text.slice(span[0], span[1]), kind, span }
}

function isDefinite(sheet: Sheet, hit: Hit): boolean {
  return (hit.clitics & DEFINITE) !== 0 || sheet.text.text.startsWith('\u0627\u0644', hit.span[0])
}

/** A role's name runs on over adjectives, the body and a proper name: "المتحدث باسم القوات الجوية ناصر الحاسي". */
function findNameEnd(sheet: Sheet, index: SpeakerIndex, hit: Hit): number {
  const sentence = findSentence(sheet, hit.from)
  let to = hit.to
  while (to < sentence.to && to - hit.from < LONGEST_NAME) {
    const next = findToken(sheet, to)
    const isOwnWord = to === hit.to && isBodyWord(hit, next.form)
    if (next.gap & HALT || index.verbs.has(to) || isHalt(sheet, to)) break
    if (!isOwnWord && isContent(sheet, index, to)) break
    if (hit.row.cells.kind !== 'report' && isAddressee(index, to)) break
    to++
  }
  return to
}

/** "منظمة الإغاثة الدولية", "مركز المصالحة": what a body is for stands behind its first word and is no news. */
function isBodyWord({ row, clitics }: Hit, form: string): boolean {
  return row.cells.named === 'body' && !(clitics & DEFINITE) && form.startsWith('\u0627\u0644')
}

/** "مصدر عسكري لوكالة سانا": the one who is told is no part of the name. */
function isAddressee(index: SpeakerIndex, token: number): boolean {
  const told = index.outlets.get(token) ?? index.roles.get(token)
  return told !== undefined && (told.clitics & TO) !== 0
}

/** What the speaker says begins: a quotation that is no name, or the word for an event. */
function isContent(sheet: Sheet, index: SpeakerIndex, token: number): boolean {
  if (sheet.actorAt[token] !== undefined || index.outlets.has(token)) return false
  return (findToken(sheet, token).gap & (OPEN_QUOTE | PLAIN_QUOTE)) !== 0 || index.events.has(token)
}

function isHalt(sheet: Sheet, token: number): boolean {
  if (sheet.dateAt[token]?.from === token) return true
  if (
    findGrammar(sheet, token, 'that', 'clause', 'relative', 'negation', 'planned', 'cause', 'already') !==
    undefined
  )
    return true
  const preposition = findGrammar(sheet, token, 'preposition')
  if (preposition === undefined) return false
  const after = sheet.actorAt[preposition.to] ?? sheet.placeAt[preposition.to]
  return after === undefined
}

const LONGEST_UNKNOWN = 6
/** Grammar that no name holds. */
const NO_NAME = [
  'that',
  'clause',
  'relative',
  'preposition',
  'negation',
  'planned',
  'possible',
  'light',
  'phase',
  'try',
  'cause',
  'after',
  'before',
  'pronoun',
  'was',
  'among',
] as const

/**
 * A name that no table has, behind a verb of saying: "قال خالد أحمد إن". It runs to the complementiser, the quotation or
 * the comma that must follow; undefined where none does.
 */
export function findUnknownSpeaker(sheet: Sheet, index: SpeakerIndex, from: number): Speaker | undefined {
  const sentence = findSentence(sheet, Math.max(0, from - 1))
  const limit = Math.min(sentence.to, from + LONGEST_UNKNOWN)
  let to = from
  while (to < limit && !isNameEnd(sheet, index, { token: to, from })) to++
  if (to === from || to >= sentence.to || to === limit) return undefined
  const span = [findToken(sheet, from).start, findToken(sheet, to - 1).end] as const
  const source: Source = { text: sheet.text.text.slice(span[0], span[1]), kind: 'person', span }
  return { from, to, source, anaphor: false, clitics: 0 }
}

/** "مسؤوليته", "أقوالهم": a thing with its owner is nobody's name. */
const OWNED = /(?:\u062a\u0647|\u062a\u0647\u0627|\u062a\u0647\u0645|\u0647\u0645)$/

function isNameEnd(
  sheet: Sheet,
  index: SpeakerIndex,
  { token, from }: { token: number; from: number },
): boolean {
  const { gap, kind, form } = findToken(sheet, token)
  if (OWNED.test(form)) return true
  const isQuotedName = token === from && (gap & (OPEN_QUOTE | PLAIN_QUOTE)) !== 0
  if (kind === 'number' || (token > from && gap & HALT)) return true
  if (!isQuotedName && gap & (OPEN_QUOTE | PLAIN_QUOTE)) return true
  if (index.verbs.has(token) || index.events.has(token)) return true
  if (sheet.dateAt[token]?.from === token || sheet.placeAt[token] !== undefined) return true
  return findGrammar(sheet, token, ...NO_NAME) !== undefined
}
