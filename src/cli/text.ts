/** Claims and articles as lines of text. */
import type { Claim } from '../model.ts'
import { tellChain } from '../server/export/claims.ts'
import type { ClaimArticle } from '../store/store.ts'

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
