/**
 * Where a thing may have happened: every place near it in its sentence, those that the rules give it from clauses beside,
 * and those of the sentence before; each with what speaks for and against it.
 */
import type { ClaimPlace, PlaceMention } from '../model.ts'
import type { Draft } from './draft.ts'
import { describeStand, readSetting, readStand, type Setting, type Stand } from './setting.ts'
import { findGrammar, findSentence, findToken, type Placed, type Sheet, within } from './sheet.ts'
import { findNamed, isWithin } from './where.ts'

export interface PlaceCandidate {
  /** With the role that the rules give it. */
  readonly place: ClaimPlace
  readonly features: readonly string[]
}

const MOST_SENTENCES = 3
const MOST_PLACES = 4

const PREPOSITIONS = [
  'toward',
  'origin',
  'against',
  'by',
  'between',
  'with',
  'relative',
  'preposition',
] as const

interface Around extends Setting {
  readonly names: readonly Placed<PlaceMention>[]
  /** The rule that proposed the places. */
  readonly rule: string
}

/** The candidates of the draft at `index`, those of its sentence first, in the order of the text. */
export function findCandidatePlaces(sheet: Sheet, drafts: readonly Draft[], index: number): PlaceCandidate[] {
  const setting = readSetting(sheet, drafts, index)
  const { draft } = setting
  const rule = draft.because.findLast(reason => /^<.*place/.test(reason) && !reason.startsWith('<date>'))
  const names = within(sheet.places, ...setting.reach)
  const around = { ...setting, names, rule: rule ?? (draft.cause === null ? 'none' : 'its cause') }
  return [...readNames(around), ...readFar(around), ...readBefore(around)]
}

function kindOf(sheet: Sheet, place: string | null): string {
  return sheet.lexicon.rows.places.get(place ?? '')?.cells.kind ?? 'no row'
}

function readNames(around: Around): PlaceCandidate[] {
  const { sheet, draft, names } = around
  return names.map(name => {
    const { place, text, span, lat, lon } = findNamed(sheet, name)
    const at = draft.places.findIndex(
      one => one.span[0] === span[0] || (one.place !== null && one.place === place),
    )
    const proposed = draft.places[at]
    const stand = readStand(around, name, PREPOSITIONS)
    return {
      place: { place, text, span, lat, lon, role: proposed?.role ?? 'at' },
      features: [
        ...describeStand(around, name, { ...stand, names }),
        ...describeKind(around, name, stand),
        ...describeHolding(around, name),
        ...describeUse(around, name, stand),
        ...(proposed === undefined
          ? describeUnproposed(around)
          : describeProposal(around, proposed, { at, stand })),
        ...describeDraft(around, ''),
      ],
    }
  })
}

function describeKind(
  { sheet, draft }: Around,
  { mention, from }: Placed<PlaceMention>,
  { side, behind }: Stand,
): string[] {
  const kind = kindOf(sheet, mention.place)
  const part = mention.part ?? 'whole'
  const word = from > findSentence(sheet, from).from ? findToken(sheet, from - 1).form : 'none'
  return [
    `kind ${kind}`,
    `kind ${kind}, ${draft.type}`,
    `kind ${kind}, ${side}, behind ${behind}`,
    `part ${part}`,
    `part ${part}, ${kind}`,
    `relation ${mention.relation ?? 'none'}`,
    `kind word ${mention.kindWord ?? 'none'}`,
    mention.resolved === true ? 'named by its kind' : 'named by its name',
    `${side}, word before it ${word}`,
    `${draft.type}, word before it ${word}`,
  ]
}

/** Whether it holds, or lies in, another place of the sentence. */
function describeHolding({ sheet, names }: Around, name: Placed<PlaceMention>): string[] {
  const { place } = name.mention
  const kind = kindOf(sheet, place)
  const others = names.filter(other => other !== name)
  const holds = others.some(({ mention }) => isWithin(sheet, mention.place, place))
  const isHeld = others.some(({ mention }) => isWithin(sheet, place, mention.place))
  const before = sheet.placeAt[name.from - 1]
  const features = [
    `${holds ? 'holds' : 'does not hold'} another, ${kind}`,
    `${isHeld ? 'lies' : 'does not lie'} in another`,
    `${holds ? 'holds one' : 'holds none'}, ${isHeld ? 'lies in one' : 'lies in none'}`,
  ]
  if (before === undefined) return features
  const holdsIt = isWithin(sheet, before.mention.place, place)
  return [
    ...features,
    'right behind a place',
    `right behind a place${holdsIt ? ' that it holds' : ''}, ${kind}`,
  ]
}

/** Which trigger it stands nearest behind, and whether it is part of a name or of the words that say who speaks. */
function describeUse(
  { sheet, draft, others }: Around,
  name: Placed<PlaceMention>,
  { side }: Stand,
): string[] {
  const isPassed = ({ to }: Draft) => to <= name.from
  const nearest = others.filter(other => isPassed(other) && other.to > draft.to)
  const owner = side === 'after' && nearest.length === 0 ? 'nearest behind it' : 'nearer to another'
  const features = [`${side}, ${owner}`, `${side}, ${owner}, ${draft.nominal ? 'noun' : 'verb'}`]
  const beside = others.filter(({ places }) => places.some(({ span }) => span[0] === name.mention.span[0]))
  for (const other of beside) features.push(`place of ${other.type}, ${draft.type}`)
  if (beside.length > 0) features.push('place of another clause')
  if (sheet.actorAt[name.from] !== undefined) features.push('part of an actor')
  return features
}

function describeUnproposed({ rule }: Around): string[] {
  return [`not proposed, ${rule === '<trigger> + <place>' ? 'others are' : 'none of its own'}`]
}

function describeProposal(
  { sheet, draft, form, rule }: Around,
  { role, place }: ClaimPlace,
  { at, stand }: { at: number; stand: Stand },
): string[] {
  return [
    'proposed',
    `proposed by ${rule}`,
    `proposed by ${rule}, ${draft.type}`,
    `proposed by ${rule}, ${form}`,
    `proposed by ${rule}, ${stand.side}`,
    `proposed as ${role}`,
    `proposed as ${role}, ${kindOf(sheet, place)}`,
    `proposed, ${Math.min(2, at) + 1} of them`,
  ]
}

function describeDraft({ draft, form, names }: Around, far: string): string[] {
  return [
    `${far}type ${draft.type}`,
    `${far}type ${draft.type}, ${form}`,
    `${far}${form}, ${draft.modality}`,
    `${far}${Math.min(4, names.length)} places around`,
  ]
}

/** Those that the rules carry over from another sentence, or from far off in a long one. */
function readFar(around: Around): PlaceCandidate[] {
  const { sheet, draft, names, rule, form } = around
  return draft.places.flatMap(place => {
    const isHere = names.some(name => {
      const { span } = findNamed(sheet, name)
      return span[0] === place.span[0] || name.mention.span[0] === place.span[0]
    })
    if (isHere) return []
    const features = [
      'carried',
      `carried by ${rule}`,
      `carried by ${rule}, ${draft.type}`,
      `carried by ${rule}, ${form}`,
      `carried as ${place.role}`,
      `carried, kind ${kindOf(sheet, place.place)}`,
      `carried, ${names.length > 0 ? 'places here' : 'no places here'}`,
      ...describeDraft(around, 'far '),
    ]
    return [{ place, features }]
  })
}

/** The places of the last clause with any in the sentences before. */
function readBefore(around: Around): PlaceCandidate[] {
  const { sheet, drafts, index, draft } = around
  const here = findSentence(sheet, draft.hit.from)
  for (let i = index - 1; i >= 0; i--) {
    const other = drafts[i] as Draft
    const there = findSentence(sheet, other.hit.from)
    if (here.index - there.index > MOST_SENTENCES) return []
    if (here.index === there.index || other.places.length === 0) continue
    const back = `${here.index - there.index} sentences back${there.paragraph === here.paragraph ? '' : ', another paragraph'}`
    return readCarried(around, other, back)
  }
  return []
}

function readCarried(around: Around, other: Draft, back: string): PlaceCandidate[] {
  const { sheet, draft, form, names } = around
  const isKnown = ({ place, text }: ClaimPlace) =>
    draft.places.some(one => (place !== null && one.place === place) || one.text === text)
  const isSame = other.agents.some(({ actor }) =>
    draft.agents.some(one => actor !== null && one.actor === actor),
  )
  const isResumed = findGrammar(sheet, draft.clause[0], 'relative') === undefined && draft.hit.pronoun !== ''
  const around0 = names.length > 0 ? 'places here' : 'no places here'
  return other.places.slice(0, MOST_PLACES).flatMap((place, at) =>
    isKnown(place)
      ? []
      : [
          {
            place,
            features: [
              'place before',
              `place before, ${back}`,
              `place before of ${other.type}, ${draft.type}`,
              `place before, ${form}, ${around0}`,
              `place before, ${draft.type}, ${around0}`,
              `place before as ${place.role}`,
              `place before, ${at + 1} of them`,
              `place before, ${isSame ? 'the same doer' : 'another doer'}`,
              `place before, ${isResumed ? 'with a pronoun' : 'without a pronoun'}`,
              `place before, kind ${kindOf(sheet, place.place)}`,
              ...describeDraft(around, 'far '),
            ],
          },
        ],
  )
}
