/** Where it happened: the places of the clause, with the part that each plays. */
import type { ClaimPlace, ClaimType, PlaceMention, PlaceRole } from '../model.ts'
import { foldWord } from '../text/fold.ts'
import { COLON } from '../text/units.ts'
import { addTo, type Draft, nearby } from './draft.ts'
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

/** How many tokens back the name of "the town" is looked for. */
const FARTHEST_NAME = 600
const WIDEST = new Set(['country', 'region', 'border', 'sea'])
const AREAS = new Set(['governorate', 'country', 'region', 'district'])
/** nahiya, muhafaza, qada, by their folded code points: areas that contain towns. */
const WIDE_WORDS = new Set([
  '\u0646\u0627\u062d\u064a\u0647',
  '\u0645\u062d\u0627\u0641\u0638\u0647',
  '\u0642\u0636\u0627\u0621',
])

/** Gives each place of a sentence to the trigger that it stands with, and each draft its places. */
export function resolvePlaces(sheet: Sheet, drafts: readonly Draft[], spoken: ReadonlySet<number>): Draft[] {
  const headings = new Set(findHeadings(sheet).values())
  return drafts.map((draft, i) => {
    const here = nearby(sheet, drafts, { index: i, back: 0 })
    const sentence = findSentence(sheet, draft.hit.from)
    const places = within(sheet.places, sentence.from, sentence.to).filter(
      place => !spoken.has(place.from) && !headings.has(place) && findOwner(drafts, here, place) === i,
    )
    if (places.length === 0) return draft
    return addTo(draft, { places: readPlaces(sheet, draft, places) }, '<trigger> + <place>')
  })
}

/** The trigger before a place in its sentence; the one after it where none is before: "شهدت المدينة اشتباكات". */
function findOwner(
  drafts: readonly Draft[],
  here: readonly number[],
  place: Placed<PlaceMention>,
): number | undefined {
  const before = here.findLast(i => (drafts[i] as Draft).to <= place.from)
  const after = here.find(i => (drafts[i] as Draft).hit.from >= place.to)
  if (before === undefined) return after
  const isInClause = place.from < (drafts[before] as Draft).clause[1]
  return isInClause || after === undefined ? before : after
}

function readPlaces(sheet: Sheet, draft: Draft, places: readonly Placed<PlaceMention>[]): ClaimPlace[] {
  const read: ClaimPlace[] = []
  for (const place of places) {
    const { place: id, lat, lon, text, span } = findNamed(sheet, place)
    const isSaid = read.some(other => other.span[0] === span[0] || (id !== null && other.place === id))
    if (isSaid) continue
    read.push({ place: id, text, role: readRole(sheet, { draft, place, before: read }), span, lat, lon })
  }
  return read.map(one => (isHeld(sheet, one, read) ? { ...one, role: 'in' } : one))
}

/** A place that another of the list lies in contains it, wherever it is named: "العراق … مدينة الموصل". */
function isHeld(sheet: Sheet, one: ClaimPlace, all: readonly ClaimPlace[]): boolean {
  return (
    one.role === 'at' &&
    all.some(other => other !== one && other.role !== 'from' && isWithin(sheet, other.place, one.place))
  )
}

/** "المدينة" is the town that was named before: its name is what the claim says. */
export function findNamed(sheet: Sheet, place: Placed<PlaceMention>): PlaceMention {
  const { mention } = place
  const { antecedent } = mention
  if (antecedent === undefined || mention.part !== undefined) return mention
  const named = within(sheet.places, place.from - FARTHEST_NAME, place.from).findLast(
    other => other.mention.span[0] === antecedent[0],
  )
  return named?.mention ?? mention
}

interface Setting {
  readonly draft: Draft
  readonly place: Placed<PlaceMention>
  readonly before: readonly ClaimPlace[]
}

function readRole(sheet: Sheet, { draft, place, before }: Setting): PlaceRole {
  const preposition = findPreposition(sheet, place)
  if (before.length > 0 && isCountry(sheet, place) && !isAnd(sheet, place.from)) return 'in'
  if (place.mention.relation === 'near') return 'near'
  if (before.length > 0 && isContainer(sheet, place, before)) return 'in'
  if (isDirection(place) && before.length > 0) return 'near'
  if (preposition === 'toward') return TOWARD.has(draft.type) ? 'to' : 'near'
  if (preposition === 'origin' && FROM.has(draft.type)) return 'from'
  return 'at'
}

/** "شمال غربي سوريا" behind a place: a country, a region or a border is what it lies in. */
function isCountry(sheet: Sheet, place: Placed<PlaceMention>): boolean {
  return WIDEST.has(kindOf(sheet, place.mention.place)) && place.mention.relation === undefined
}

function kindOf(sheet: Sheet, id: string | null): string {
  return sheet.lexicon.rows.places.get(id ?? '')?.cells.kind ?? ''
}

/** From the smallest to the widest; a place behind "in" that is wider than the one before contains it. */
const RANKS = [
  'facility',
  'quarter',
  'village',
  'camp',
  'town',
  'city',
  'district',
  'governorate',
  'region',
  'country',
]

function isWider(sheet: Sheet, place: Placed<PlaceMention>, before: readonly ClaimPlace[]): boolean {
  const last = RANKS.indexOf(kindOf(sheet, before.at(-1)?.place ?? null))
  const here = RANKS.indexOf(kindOf(sheet, place.mention.place))
  return here > Math.max(last, 1)
}

const TOWARD: ReadonlySet<ClaimType> = new Set([
  'advance',
  'transfer',
  'displacement',
  'deploy',
  'aid',
  'lose',
])
const FROM: ReadonlySet<ClaimType> = new Set([
  'lose',
  'transfer',
  'displacement',
  'advance',
  'deploy',
  'shelling',
  'assault',
])

function findPreposition(sheet: Sheet, place: Placed<PlaceMention>): 'toward' | 'origin' | null {
  if (place.from === 0) return null
  if (findGrammarBefore(sheet, place.from, 'toward') !== undefined) return 'toward'
  return findGrammarBefore(sheet, place.from, 'origin') === undefined ? null : 'origin'
}

/** "شرقي البلدة" behind another place: beside it, not in it. */
function isDirection(place: Placed<PlaceMention>): boolean {
  const part = place.mention.part ?? ''
  return part !== '' && !part.startsWith('countryside') && place.mention.resolved === undefined
}

/** A countryside, a governorate or a country behind a nearer place contains it. */
function isContainer(sheet: Sheet, place: Placed<PlaceMention>, before: readonly ClaimPlace[]): boolean {
  const { mention } = place
  if (isDirection(place)) return false
  const kind = kindOf(sheet, mention.place)
  const isWide =
    (mention.part ?? '').startsWith('countryside') || AREAS.has(kind) || isWideWord(mention.kindWord)
  const hasIn = findGrammarBefore(sheet, place.from, 'preposition') !== undefined || hasBy(sheet, place)
  const isList = isAnd(sheet, place.from)
  const contains = before.some(one => isWithin(sheet, one.place, mention.place))
  return !isList && (contains || (hasIn && (isWide || isWider(sheet, place, before))))
}

/** Kind words of areas, by their rows: a district, a governorate. */
function isWideWord(kindWord: string | undefined): boolean {
  return kindWord !== undefined && WIDE_WORDS.has(foldWord(kindWord))
}

function hasBy(sheet: Sheet, place: Placed<PlaceMention>): boolean {
  return place.mention.span[0] > findToken(sheet, place.from).start
}

/** True where the gazetteer has `inner` inside `outer`. */
export function isWithin(sheet: Sheet, inner: string | null, outer: string | null): boolean {
  let row = inner === null ? undefined : sheet.lexicon.rows.places.get(inner)
  for (let depth = 0; row !== undefined && depth < 8; depth++) {
    const within = row.cells.within ?? ''
    if (within !== '' && within === outer) return true
    row = sheet.lexicon.rows.places.get(within)
  }
  return false
}

/**
 * A clause without a place of its own has that of the clause it is strung to: the place that its relative pronoun stands
 * for, else that of the trigger before in the sentence, else of the one after.
 */
export function sharePlaces(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  const headings = findHeadings(sheet)
  return shareNeighbours(sheet, drafts).map(draft => {
    const heading = headings.get(findSentence(sheet, draft.hit.from).paragraph)
    return heading === undefined || draft.from < heading.from ? draft : addHeading(draft, heading)
  })
}

/** "حلب: انفجرت عبوة في أعزاز": by paragraph the place that opens it before a colon. */
function findHeadings(sheet: Sheet): Map<number, Placed<PlaceMention>> {
  const headings = new Map<number, Placed<PlaceMention>>()
  let paragraph = -1
  for (const sentence of sheet.text.sentences) {
    if (sentence.paragraph === paragraph) continue
    paragraph = sentence.paragraph
    const place = sheet.placeAt[sentence.from]
    const isHeading = place !== undefined && (findToken(sheet, place.to).gap & COLON) !== 0
    if (isHeading && place.to < sheet.text.tokens.length) headings.set(paragraph, place)
  }
  return headings
}

/** What a line is headed by holds the places that it names; where it names none, it is the place. */
function addHeading(draft: Draft, heading: Placed<PlaceMention>): Draft {
  const { place, text, span, lat, lon } = heading.mention
  if (draft.places.some(one => one.place !== null && one.place === place)) return draft
  const role = draft.places.length === 0 ? 'at' : 'in'
  return addTo(
    draft,
    { places: [...draft.places, { place, text, span, role, lat, lon }] },
    '<place>: + <claim>',
  )
}

function shareNeighbours(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) => {
    if (draft.places.length > 0) return draft
    const antecedent = findAntecedent(sheet, draft)
    if (antecedent !== undefined)
      return addTo(draft, { places: readPlaces(sheet, draft, [antecedent]) }, '<place> that + <clause>')
    const neighbour = findNeighbour(sheet, drafts, i)
    if (neighbour === undefined) return draft
    return addTo(draft, { places: neighbour.places }, '<place> of the clause beside it')
  })
}

/** "المطار الذي استعادته القوات": the place before the relative pronoun that opens the clause. */
function findAntecedent(sheet: Sheet, draft: Draft): Placed<PlaceMention> | undefined {
  const opening = draft.clause[0]
  if (findGrammar(sheet, opening, 'relative') === undefined || opening === 0) return undefined
  return sheet.placeAt[opening - 1]
}

function findNeighbour(sheet: Sheet, drafts: readonly Draft[], index: number): Draft | undefined {
  const here = nearby(sheet, drafts, { index, back: 0 }).filter(i => (drafts[i] as Draft).places.length > 0)
  const beside = here.findLast(i => i < index) ?? here.find(i => i > index)
  return beside === undefined ? undefined : drafts[beside]
}
