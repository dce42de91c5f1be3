/**
 * How an annotated claim and a read one compare, field by field. Both are JSON from outside, so every field may be absent.
 * The spellings that count as one name are here spelt out by code point: they are rules of the measure, not words of the lexicon.
 */

/** A participant, place or source as annotated or read. */
export interface ScoredName {
  readonly actor?: string | null
  readonly text?: string
  readonly name?: string
  readonly role?: string
  readonly span?: readonly [number, number]
}

/** A claim as annotated or read. */
export interface ScoredClaim {
  readonly type: string
  readonly span: readonly [number, number]
  readonly evidence?: string
  readonly agent?: readonly ScoredName[]
  readonly target?: readonly ScoredName[]
  readonly places?: readonly ScoredName[]
  readonly sources?: readonly ScoredName[]
  readonly time?: string | null
  readonly modality?: string
  readonly stance?: string
  readonly count?: { readonly min?: number | null; readonly max?: number | null } | null
  readonly optional?: boolean
}

/** How many of two lists are the same. */
export interface SetMatch {
  readonly hits: number
  readonly gold: number
  readonly read: number
  readonly exact: boolean
}

/** A comparison of two claims that were paired. */
export interface Comparison {
  readonly type: boolean
  readonly agent: SetMatch
  readonly target: SetMatch
  readonly places: SetMatch
  readonly first: SetMatch
  readonly chain: SetMatch
  readonly time: boolean
  readonly timeNear: boolean
  readonly modality: boolean
  readonly stance: boolean
  readonly count: boolean
  readonly whole: boolean
}

/** Compares two claims that were paired. */
export function compareClaims(gold: ScoredClaim, read: ScoredClaim): Comparison {
  const agent = matchSets(gold.agent ?? [], read.agent ?? [], isSameActor)
  const places = comparePlaces(gold, read)
  const first = matchSets((gold.sources ?? []).slice(0, 1), (read.sources ?? []).slice(0, 1), isSameName)
  const type = gold.type === read.type
  const timeNear = hasCommonTime(gold.time, read.time)
  const modality = gold.modality === (read.modality ?? 'asserted')
  return {
    type,
    agent,
    target: matchSets(gold.target ?? [], read.target ?? [], isSameActor),
    places,
    first,
    chain: matchSets(gold.sources ?? [], read.sources ?? [], isSameName),
    time: plainDate(gold.time) === plainDate(read.time),
    timeNear,
    modality,
    stance: (gold.stance ?? 'none') === (read.stance ?? 'none'),
    count: isSameBound(gold.count?.min, read.count?.min) && isSameBound(gold.count?.max, read.count?.max),
    whole: type && agent.exact && places.exact && first.exact && modality && timeNear,
  }
}

/** A containing area is neither asked for nor held against a reader. */
function comparePlaces(gold: ScoredClaim, read: ScoredClaim): SetMatch {
  const wanted = (gold.places ?? []).filter(({ role }) => role !== 'in')
  const given = (read.places ?? []).filter(
    place => place.role !== 'in' || wanted.some(other => isSameName(other, place)),
  )
  return matchSets(wanted, given, isSameName)
}

function isSameBound(gold: number | null | undefined, read: number | null | undefined): boolean {
  return (gold ?? null) === (read ?? null)
}

/** Each of `gold` takes the first of `read` that is the same and not yet taken. */
function matchSets(
  gold: readonly ScoredName[],
  read: readonly ScoredName[],
  isSame: (one: ScoredName, other: ScoredName) => boolean,
): SetMatch {
  const left = [...read]
  let hits = 0
  for (const name of gold) {
    const at = left.findIndex(other => isSame(name, other))
    if (at < 0) continue
    left.splice(at, 1)
    hits++
  }
  return {
    hits,
    gold: gold.length,
    read: read.length,
    exact: hits === gold.length && hits === read.length,
  }
}

function isSameActor(gold: ScoredName, read: ScoredName): boolean {
  return gold.actor && read.actor ? gold.actor === read.actor : isSameName(gold, read)
}

function isSameName(gold: ScoredName, read: ScoredName): boolean {
  if (countShared(gold.span, read.span) > 0) return true
  const core = findCore(gold.text)
  return core !== '' && core === findCore(read.text ?? read.name)
}

/** Code units that two spans share. */
export function countShared(
  one: readonly [number, number] | undefined,
  other: readonly [number, number] | undefined,
): number {
  if (one === undefined || other === undefined) return 0
  return Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]))
}

/** Without diacritics, tatweel and punctuation; one alif, one ya, ta marbuta as ha. */
function plainWords(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .replace(/[\u064b-\u0652\u0670\u0640]/g, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replaceAll('\u0649', '\u064a')
    .replaceAll('\u0629', '\u0647')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** City, town, village, quarter, quarters, two quarters, governorate, district, area, countryside, field, bridge … as in the measure. */
const KIND_WORDS = new Set([
  '\u0645\u062f\u064a\u0646\u0647',
  '\u0628\u0644\u062f\u0647',
  '\u0642\u0631\u064a\u0647',
  '\u062d\u064a',
  '\u0627\u062d\u064a\u0627\u0621',
  '\u062d\u064a\u064a',
  '\u0645\u062d\u0627\u0641\u0638\u0647',
  '\u0646\u0627\u062d\u064a\u0647',
  '\u0645\u0646\u0637\u0642\u0647',
  '\u0631\u064a\u0641',
  '\u062d\u0642\u0644',
  '\u062c\u0633\u0631',
  '\u062c\u0633\u0631\u064a',
  '\u0645\u0637\u0627\u0631',
  '\u0637\u0631\u064a\u0642',
  '\u0645\u062d\u064a\u0637',
  '\u0627\u0637\u0631\u0627\u0641',
  '\u0628\u0644\u062f\u062a\u064a',
  '\u0642\u0631\u064a',
  '\u0645\u0646\u0627\u0637\u0642',
])
const ARTICLE = '\u0627\u0644'
/** Clitics before the article of the first word: wa- or fa-, then bi- or li-. */
const CLITICS = /^[\u0648\u0641]?[\u0628\u0644]?(?=\u0627\u0644)/
const ARTICLES = /(^|\s)(?:\u0648\u0627\u0644|\u0628\u0627\u0644|\u0644\u0644|\u0627\u0644)/g

/** The name itself, without kind words in front and articles anywhere. */
function findCore(text: string | undefined): string {
  const words = plainWords(text).replace(CLITICS, '').split(' ')
  while (words.length > 1 && isKindWord(words[0] ?? '')) words.shift()
  return words.join(' ').replace(ARTICLES, '$1')
}

function isKindWord(word: string): boolean {
  return KIND_WORDS.has(word) || (word.startsWith(ARTICLE) && KIND_WORDS.has(word.slice(ARTICLE.length)))
}

/** EDTF without its marks of doubt. */
export function plainDate(time: string | null | undefined): string {
  return (time ?? '').replace(/[~?%]/g, '')
}

/** True where two EDTF times have a day in common, or both are absent. */
export function hasCommonTime(gold: string | null | undefined, read: string | null | undefined): boolean {
  if (!gold || !read) return !gold && !read
  const [one, other] = [findRange(gold), findRange(read)]
  return one[0] <= other[1] && other[0] <= one[1]
}

function findRange(time: string): [string, string] {
  const [first = '', last = first] = plainDate(time).split('/')
  return [findBound(first, false), findBound(last, true)]
}

/** The measure's own bounds: every month has 31 days, an open end reaches to the end of time. */
function findBound(part: string, isEnd: boolean): string {
  if (part === '' || part === '..') return isEnd ? '9999-12-31' : '0000-01-01'
  if (/^\d{4}$/.test(part)) return part + (isEnd ? '-12-31' : '-01-01')
  if (/^\d{4}-\d{2}$/.test(part)) return part + (isEnd ? '-31' : '-01')
  return part.slice(0, 10)
}
