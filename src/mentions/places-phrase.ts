/** Reads phrases that name places: "حي الحميدية", "ريف حلب الجنوبي", "بلدتي أ وب", "الأراضي السورية", "المدينة". */
import { DEFINITE, PRONOUN, TO } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import type { Span } from '../model.ts'
import { findAdjective } from './actors-force.ts'
import type { Name } from './names.ts'
import { findUse } from './names-use.ts'
import { isStrange, readMarked, readUnknown } from './places-unknown.ts'
import { findVariant } from './places-variant.ts'
import {
  findKindWord,
  isBareKind,
  isPlural,
  isTownWord,
  readAdjectives,
  readDirections,
} from './places-words.ts'
import { findName, type Scene } from './scene.ts'
import {
  findStart,
  findWord,
  findWordBefore,
  hasFront,
  isJoined,
  listKinds,
  spanTo,
  wordsOf,
} from './words.ts'

/** A stretch that names a place before it is decided which. */
export interface Phrase {
  readonly from: number
  readonly to: number
  readonly span: Span
  readonly by: 'name' | 'unknown' | 'generic' | 'land'
  /** Of a generic phrase the place whose name is the same word: "الجزيرة". */
  readonly name?: Name
  /** The bare name. */
  readonly core?: Span
  readonly kindWord?: Hit
  readonly part?: string
  /** Adjectives of the country of "الأراضي السورية"; none where it is the article's own ("البلاد"). */
  readonly country?: Hit
  /** First token of a list that the phrase is in: what stands before the list holds for all of it. */
  readonly list?: number
}

/** Words that stand beside places and nothing else: "محيط" and "قرب" stand beside houses too. */
const BESIDE = wordsOf('place-words', 'beside')
const DIRECTIONS = wordsOf('place-words', 'direction')
const HOMELANDS = wordsOf('place-words', 'homeland')
const LANDS = wordsOf('place-words', 'land')
/** Kind words that name a part of what follows: the countryside of a town is not the town. */
const PARTS: ReadonlySet<string> = new Set(['countryside', 'bank', 'front'])

/** Kind words whose places the table has: "دولة المؤسسات" is no country. */
const KNOWN_ONLY: ReadonlySet<string> = new Set(['country', 'governorate', 'region', 'front', 'bank'])

/** The phrase with a singular kind word, or the bare name, that begins at `token`. */
export function readPhrase(scene: Scene, token: number): Phrase | undefined {
  const kindWord = findKindWord(scene, token)
  const name = findPlaceName(scene, token)
  if (name !== undefined && (kindWord === undefined || name.to > kindWord.to)) {
    return readNamed(scene, name, kindWord)
  }
  const land = readLand(scene, token)
  if (land !== undefined) return land
  const homeland = findWord(scene, token, HOMELANDS)
  if (homeland !== undefined) return readHomeland(scene, homeland)
  if (kindWord === undefined) return undefined
  if (isPlural(kindWord)) return undefined
  if (kindWord.clitics & PRONOUN) return readGeneric(scene, kindWord)
  if (!isBareKind(scene, kindWord) || kindWord.row.cells.note === 'number') return readKind(scene, kindWord)
  const phrase = readDefinite(scene, kindWord)
  return phrase?.by === 'generic' && name !== undefined ? { ...phrase, name } : phrase
}

/** The name that begins at `token`, if its words mean a place there. */
export function findPlaceName(scene: Scene, token: number): Name | undefined {
  const name = findName(scene, token)
  if (name === undefined || name.places.length === 0) return undefined
  return findUse(scene, name) === 'place' ? name : undefined
}

function readNamed(scene: Scene, name: Name, kindWord: Hit | undefined): Phrase {
  const { to, part } = readDirections(scene, name.to)
  return {
    from: name.from,
    to,
    span: spanTo(scene, name.span[0], to - 1),
    by: 'name',
    name,
    core: name.span,
    ...(kindWord === undefined ? {} : { kindWord }),
    ...(part === undefined ? {} : { part }),
  }
}

/** "حي الحميدية", "ريف محافظة إدلب الجنوبي", "قرية المريعة". */
function readKind(scene: Scene, kindWord: Hit): Phrase | undefined {
  const kinds = listKinds(kindWord.row)
  const inner = readInner(scene, kindWord)
  if (inner === undefined || (inner.by === 'unknown' && KNOWN_ONLY.has(kinds[0] ?? ''))) return undefined
  const own = kinds.find(kind => PARTS.has(kind))
  const adjectives = readAdjectives(scene, inner.to)
  const { to, part } = readDirections(scene, adjectives)
  return {
    ...inner,
    from: kindWord.from,
    to,
    span: spanTo(scene, kindWord.span[0], to - 1),
    kindWord: own === undefined ? kindWord : (inner.kindWord ?? kindWord),
    ...(own === undefined && part === undefined ? {} : { part: [own, part].filter(Boolean).join(' ') }),
  }
}

/** What a kind word governs: a further phrase ("ريف مدينة البوكمال"), a name, or an unknown name. */
function readInner(scene: Scene, outer: Hit): Phrase | undefined {
  const at = outer.to
  if (!isJoined(scene, at)) return undefined
  const name = findPlaceName(scene, at)
  if (name !== undefined && !hasFront(name.clitics)) return nameOnly(name)
  const kindWord = findKindWord(scene, at)
  if (kindWord !== undefined && kindWord.clitics === 0 && !isPlural(kindWord)) {
    const nested = readKind(scene, kindWord)
    if (nested !== undefined) return nested
  }
  const variant = isTownWord(outer) ? findVariant(scene, at) : undefined
  if (variant !== undefined) return nameOnly(variant)
  const to = readUnknownName(scene, outer)
  if (to === undefined) return undefined
  const span = spanTo(scene, scene.text.tokens[at]?.start ?? 0, to - 1)
  return { from: at, to, span, by: 'unknown', core: span }
}

/** After "موقع" (a site, a position) and "طريق" (a road, a way) only marks make an unknown name, after "اللواء" a number. */
function readUnknownName(scene: Scene, kindWord: Hit): number | undefined {
  const { note } = kindWord.row.cells
  if (note === 'number')
    return scene.text.tokens[kindWord.to]?.kind === 'number' ? kindWord.to + 1 : undefined
  if (note === 'marked') return readMarked(scene, kindWord.to)
  const [kind] = listKinds(kindWord.row)
  const isVillage = kind === 'town' || kind === 'village'
  return readUnknown(scene, kindWord.to, { isTown: isTownWord(kindWord), isVillage })
}

/** "على مشارف دار سعد", "شمال شرق عامودا": a word that no table knows, after words that stand beside places. */
export function readStrange(scene: Scene, token: number): Phrase | undefined {
  const isBeside = findWordBefore(scene, token, BESIDE) !== undefined
  if (!isBeside || !isStrange(scene, token)) return undefined
  const span = spanTo(scene, scene.text.tokens[token]?.start ?? 0, token)
  return { from: token, to: token + 1, span, by: 'unknown', core: span }
}

/** A name without what follows it. */
export function nameOnly(name: Name): Phrase {
  return { from: name.from, to: name.to, span: name.span, by: 'name', name, core: name.span }
}

/** "الريف الشرقي لدير الزور"; else "المدينة", whose name was given before. */
function readDefinite(scene: Scene, kindWord: Hit): Phrase | undefined {
  const { to, part } = readDirections(scene, kindWord.to)
  const name = isJoined(scene, to) ? findPlaceName(scene, to) : undefined
  const own = listKinds(kindWord.row).find(kind => PARTS.has(kind))
  if (name === undefined || !(name.clitics & TO) || own === undefined) return readGeneric(scene, kindWord)
  return {
    ...nameOnly(name),
    from: kindWord.from,
    span: spanTo(scene, findStart(scene, kindWord), name.to - 1),
    kindWord,
    part: [own, part].filter(Boolean).join(' '),
  }
}

function readGeneric(scene: Scene, kindWord: Hit): Phrase {
  const { to, part } = readDirections(scene, readAdjectives(scene, kindWord.to))
  const own = listKinds(kindWord.row).find(kind => PARTS.has(kind))
  return {
    from: kindWord.from,
    to,
    span: spanTo(scene, findStart(scene, kindWord), to - 1),
    by: 'generic',
    kindWord,
    ...(own === undefined && part === undefined ? {} : { part: [own, part].filter(Boolean).join(' ') }),
  }
}

/** "الأراضي السورية", "الحدود السورية العراقية", "الشمال السوري". */
function readLand(scene: Scene, token: number): Phrase | undefined {
  const land = findWord(scene, token, LANDS)
  if (land === undefined || land.clitics & DEFINITE || !isJoined(scene, land.to)) return undefined
  const country = findAdjective(scene, land.to)
  if (country === undefined || hasFront(country.clitics)) return undefined
  const second = isJoined(scene, country.to) ? findAdjective(scene, country.to) : undefined
  const to = second === undefined ? country.to : second.to
  const part = land.row.cells.note ?? ''
  return {
    from: token,
    to,
    span: spanTo(scene, land.span[0], to - 1),
    by: 'land',
    kindWord: land,
    country,
    part,
  }
}

/** "شمال غرب البلاد": the country that the article is about; "البلاد" alone is left to the reader. */
function readHomeland(scene: Scene, homeland: Hit): Phrase | undefined {
  if (findWordBefore(scene, homeland.from, DIRECTIONS) === undefined) return undefined
  const { from, to, span } = homeland
  return { from, to, span, by: 'land', core: span }
}

/** A plural definite with a direction is a part of the town at hand: "الأحياء الشرقية". */
export function readPart(scene: Scene, kindWord: Hit): Phrase | undefined {
  if (!isBareKind(scene, kindWord)) return undefined
  const { to, part } = readDirections(scene, kindWord.to)
  if (part === undefined) return undefined
  const span = spanTo(scene, findStart(scene, kindWord), to - 1)
  return { from: kindWord.from, to, span, by: 'generic', kindWord, part }
}
