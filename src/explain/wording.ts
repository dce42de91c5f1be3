/** A claim in the words of the specs: `capture(سيطر): agent=الجيش; at=غرانيج; time=2017-11-01; modality=asserted`. */
import type { Claim, Count, PlaceRole, Source, Span } from '../model.ts'
import { NONE, writeQuoted } from './quoted.ts'

/** The roles of places, in the order in which a row tells them. */
export const PLACE_ROLES: readonly PlaceRole[] = ['at', 'in', 'from', 'to', 'near']

/** Between claims, between the fields of one, between the pieces of a field, between the tellers of a chain. */
export const BETWEEN = { claims: ' | ', fields: '; ', pieces: ' + ', tellers: ' < ' } as const

/**
 * A claim as a row of `specs/claims.tsv` wants it; only fields that it has
 * within the row's text, which begins at `offset` of the article's; and always the modality and who says so.
 */
export function wordClaim(claim: Claim, text: string, offset = 0): string {
  const quote = ({ span }: { span: Span }) => writeQuoted(text, [span[0] - offset, span[1] - offset])
  const isInside = ({ span }: { span: Span }) => span[0] >= offset && span[1] <= offset + text.length
  const list = (ones: readonly { span: Span }[]) => ones.filter(isInside).map(quote).join(BETWEEN.pieces)
  const fields: readonly (readonly [string, string])[] = [
    ['agent', list(claim.agent)],
    ['target', list(claim.target)],
    ...PLACE_ROLES.map(role => [role, list(claim.places.filter(place => place.role === role))] as const),
    ['time', claim.time ?? ''],
    ['modality', claim.modality],
    ['count', claim.count === null ? '' : wordCount(claim.count)],
    ['source', wordChain(claim.sources)],
    ['stance', claim.stance],
  ]
  const told = fields.filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`)
  return `${claim.optional ? '?' : ''}${claim.type}(${quote(claim)}): ${told.join(BETWEEN.fields)}`
}

/** Who says so, from the one who says it outward: `مصدر عسكري < سانا`; `—` where the outlet speaks in its own voice. */
export function wordChain(sources: readonly Source[]): string {
  return sources.map(({ text }) => text).join(BETWEEN.tellers) || NONE
}

/** `5 killed civilian`, `20..99 wounded person`, `69.. killed person`; `—` for no number. */
export function wordCount({ min, max, what, outcome, approx }: Count): string {
  const range = min === max ? `${min ?? NONE}` : `${min ?? ''}..${max ?? ''}`
  return [`${range}${approx ? '~' : ''}`, (outcome ?? []).toSorted().join('+'), what]
    .filter(Boolean)
    .join(' ')
}
