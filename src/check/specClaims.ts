/** Sentences that say which claims a text makes, who says so and how it is passed on. */

import { findQuoted, NONE } from '../explain/quoted.ts'
import { BETWEEN, PLACE_ROLES, wordChain, wordClaim, wordCount } from '../explain/wording.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Claim, Span } from '../model.ts'
import { readReading } from '../read.ts'
import { EXAMPLE_DAY, makeArticle } from './examples.ts'
import type { Spec } from './specs.ts'

type Fault = string | undefined
type Fields = Readonly<Record<string, string>>

/** One claim that a sentence wants: `?capture(سيطر): agent=الجيش`; with `?` it may be missing. */
interface Wanted {
  readonly isOptional: boolean
  readonly type: string
  readonly words: string
  readonly fields: Fields
}

function readClaims({ text, now }: Spec, lexicon: Lexicon): readonly Claim[] {
  const article = makeArticle(text, lexicon.version)
  return readReading({ ...article, published: now ?? EXAMPLE_DAY }, lexicon).claims
}

function tellAll(text: string, claims: readonly Claim[]): string {
  return claims.map(claim => wordClaim(claim, text)).join(BETWEEN.claims) || NONE
}

/** `source=مصدر عسكري; stance=endorsed`: of every claim; `—`: all in the outlet's own voice. */
export function tellAttribution(spec: Spec, lexicon: Lexicon): Fault {
  if (spec.want.includes('(')) return tellClaims(spec, lexicon)
  const claims = readClaims(spec, lexicon)
  const fields = spec.want === NONE ? { source: NONE, stance: 'none' } : readFields(spec.want)
  const isSo = claims.length > 0 && claims.every(claim => hasFields(claim, fields, spec.text))
  return isSo ? undefined : tellAll(spec.text, claims)
}

/** `مصدر عسكري < سانا`: the whole chain of every claim. */
export function tellChains(spec: Spec, lexicon: Lexicon): Fault {
  if (spec.want.includes('(')) return tellClaims(spec, lexicon)
  const claims = readClaims(spec, lexicon)
  const isSo = claims.length > 0 && claims.every(({ sources }) => wordChain(sources) === spec.want)
  return isSo ? undefined : tellAll(spec.text, claims)
}

/** These claims and no others, each with the fields that the row asserts; `—`: none at all. */
export function tellClaims(spec: Spec, lexicon: Lexicon): Fault {
  const { text, want } = spec
  const claims = readClaims(spec, lexicon)
  const wanted = want === NONE ? [] : want.split(BETWEEN.claims).map(readWanted)
  const left = new Set(claims)
  const isSo = wanted.every(one => {
    const found =
      [...left].find(claim => isSame(claim, one, text)) ?? [...left].find(claim => isNear(claim, one, text))
    if (found === undefined) return one.isOptional
    left.delete(found)
    return hasFields(found, one.fields, text)
  })
  return isSo && ![...left].some(({ optional }) => !optional) ? undefined : tellAll(text, claims)
}

function readWanted(piece: string): Wanted {
  const isOptional = piece.startsWith('?')
  const open = piece.indexOf('(')
  const close = piece.indexOf(')')
  return {
    isOptional,
    type: piece.slice(isOptional ? 1 : 0, open),
    words: piece.slice(open + 1, close),
    fields: readFields(piece.slice(close + 1).replace(/^: /, '')),
  }
}

function readFields(text: string): Fields {
  const pieces = text === '' ? [] : text.split(BETWEEN.fields)
  return Object.fromEntries(
    pieces.map(piece => [piece.slice(0, piece.indexOf('=')), piece.slice(piece.indexOf('=') + 1)]),
  )
}

/** The claim that holds the words and fits in its fields: two claims of a type may share their words. */
function isSame(claim: Claim, wanted: Wanted, text: string): boolean {
  return isNear(claim, wanted, text) && hasFields(claim, wanted.fields, text)
}

function isNear(claim: Claim, { type, words }: Wanted, text: string): boolean {
  const span = findQuoted(text, words)
  return claim.type === type && span !== undefined && isOver(claim.span, span)
}

function isOver(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1]
}

function hasFields(claim: Claim, fields: Fields, text: string): boolean {
  return Object.entries(fields).every(([name, value]) => hasField(claim, [name, value], text))
}

function hasField(claim: Claim, [name, value]: readonly [string, string], text: string): boolean {
  const role = PLACE_ROLES.find(one => one === name)
  if (role !== undefined)
    return hasPieces(
      claim.places.filter(place => place.role === role),
      value,
      text,
    )
  if (name === 'places') return hasPieces(claim.places, value, text)
  if (name === 'agent' || name === 'target') return hasPieces(claim[name], value, text)
  if (name === 'source') return hasChain(claim, value)
  if (name === 'count') return hasCount(claim, value)
  if (name === 'time') return (claim.time ?? NONE) === value
  return name === 'modality' ? claim.modality === value : name === 'stance' && claim.stance === value
}

/** The nearest teller, or a chain from there outward; a kind may stand behind each name: `سانا[agency]`. */
function hasChain({ sources }: Claim, value: string): boolean {
  if (value === NONE) return sources.length === 0
  return value.split(BETWEEN.tellers).every((teller, i) => {
    const [words, kind] = teller.split('[')
    const source = sources[i]
    return source?.text === words && (kind === undefined || `${source?.kind}]` === kind)
  })
}

interface Piece {
  readonly span: Span
  readonly actor?: string | null
}

/** As many as the row quotes, each over the quoted words; `#syrian-army` asks for the row of an actor. */
function hasPieces(found: readonly Piece[], value: string, text: string): boolean {
  const pieces = value === NONE ? [] : value.split(BETWEEN.pieces)
  if (pieces.length !== found.length) return false
  return pieces.every(piece => {
    if (piece.startsWith('#')) return found.some(({ actor }) => actor === piece.slice(1))
    const span = findQuoted(text, piece)
    return span !== undefined && found.some(one => isOver(one.span, span))
  })
}

/** `5 killed civilian`: the range, and of outcomes and what is counted as much as the row says. */
function hasCount({ count }: Claim, value: string): boolean {
  if (value === NONE || count === null) return value === NONE && count === null
  const [range, ...rest] = wordCount(count).split(' ')
  const [wantedRange, ...words] = value.split(' ')
  return range === wantedRange && words.every(word => rest.includes(word))
}
