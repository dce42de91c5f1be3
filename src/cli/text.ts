/** Claims, names and days as lines of text. */
import type { Claim, SourceKind } from '../model.ts'
import { tellChain } from '../server/export/claims.ts'
import type { ClaimArticle, Named } from '../store/store.ts'
import { type Io, say } from './io.ts'

/** A claim in two lines: day, type, where it stands, then its words and its chain. */
export function tellClaim(claim: Claim, article: Pick<ClaimArticle, 'id' | 'outlet' | 'name'>): string {
  const marks = [
    claim.modality === 'asserted' ? '' : claim.modality,
    claim.stance === 'doubted' ? 'doubted' : '',
    claim.optional ? 'optional' : '',
  ].filter(Boolean)
  const head = [claim.time ?? '----------', claim.type, ...marks, `${article.id.slice(0, 12)}:${claim.id}`]
  return `${head.join('  ')}\n    «${claim.evidence.replace(/\s+/g, ' ')}»  ${tellChain(claim, article)}\n`
}

/** What is kept of a claim besides its words, one line each: actors, places, time, count. */
export function tellDetails(claim: Claim): string {
  const lines = [
    ['agent', claim.agent.map(({ actor, text }) => `${text} [${actor ?? '?'}]`).join(', ')],
    ['target', claim.target.map(({ actor, text }) => `${text} [${actor ?? '?'}]`).join(', ')],
    ['places', claim.places.map(({ place, text, role }) => `${role} ${text} [${place ?? '?'}]`).join(', ')],
    [
      'time',
      claim.time === null ? '' : `${claim.time}${claim.timeFrom === null ? '' : ` (${claim.timeFrom})`}`,
    ],
    ['count', claim.count === null ? '' : JSON.stringify(claim.count)],
  ]
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `      ${name}: ${value}\n`)
    .join('')
}

/** The name of an id in the language of the command; an id without a row is shown as it is. */
export function nameIn({ language }: Io, names: Readonly<Record<string, Named>>, id: string): string {
  const named = names[id]
  return (language === 'en' ? named?.en : named?.name) || named?.name || id
}

/** What kind of source it is, in the language of the command. */
export function tellKind(io: Io, kind: SourceKind | 'own'): string {
  return say(io, kind === 'own' ? 'ui.chain.own' : `ui.source.${kind}`)
}

/** The longest that days are: `2017-11-08/2017-11-09`. */
const DAYS = 21

/** Days in a column of their own. */
export function pad(days: string): string {
  return days.padEnd(DAYS)
}
