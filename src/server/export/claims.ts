/** Claims in the formats of exports. */
import type { Claim } from '../../model.ts'
import type { ClaimArticle, ClaimHit } from '../../store/store.ts'
import type { Cell } from './csv.ts'
import { type Feature, joinCell } from './layouts.ts'

/** Who says so, the nearest first; the outlet itself where it speaks in its own voice: `local source < agency < outlet`. */
export function tellChain(claim: Claim, article: Pick<ClaimArticle, 'outlet' | 'name'>): string {
  const outlet = article.outlet ?? article.name
  return [...claim.sources.map(({ text }) => text), outlet].join(' < ')
}

/** Claims as a table. */
export const CLAIM_COLUMNS: Readonly<Record<string, (claim: ClaimHit) => Cell>> = {
  article_id: ({ article }) => article.id,
  article: ({ article }) => article.name,
  outlet: ({ article }) => article.outlet,
  published: ({ article }) => article.published,
  claim: ({ id }) => id,
  family: ({ family }) => family,
  type: ({ type }) => type,
  modality: ({ modality }) => modality,
  evidence: ({ evidence }) => evidence,
  start: ({ span }) => span[0],
  end: ({ span }) => span[1],
  agent_ids: ({ agent }) => joinCell(agent.map(({ actor }) => actor)),
  agents: ({ agent }) => joinCell(agent.map(({ text }) => text)),
  target_ids: ({ target }) => joinCell(target.map(({ actor }) => actor)),
  targets: ({ target }) => joinCell(target.map(({ text }) => text)),
  place_ids: ({ places }) => joinCell(places.map(({ place }) => place)),
  places: ({ places }) => joinCell(places.map(({ text }) => text)),
  place_roles: ({ places }) => joinCell(places.map(({ role }) => role)),
  lat: ({ places }) => places.find(({ lat }) => lat !== null)?.lat ?? null,
  lon: ({ places }) => places.find(({ lon }) => lon !== null)?.lon ?? null,
  time: ({ time }) => time,
  time_from: ({ timeFrom }) => timeFrom,
  count_what: ({ count }) => count?.what ?? null,
  count_min: ({ count }) => count?.min ?? null,
  count_max: ({ count }) => count?.max ?? null,
  outcome: ({ count }) => joinCell(count?.outcome ?? []),
  sources: ({ sources }) => joinCell(sources.map(({ text }) => text)),
  source_kinds: ({ sources }) => joinCell(sources.map(({ kind }) => kind)),
  chain: claim => tellChain(claim, claim.article),
  stance: ({ stance }) => stance,
  optional: ({ optional }) => optional,
}

/** A claim as an object: all of it, without what stands round it. */
export function readClaimObject({ before: _before, after: _after, hits: _hits, ...claim }: ClaimHit) {
  return claim
}

/** A claim as features, one for each place that it names. */
export function readClaimFeatures(claim: ClaimHit): Feature[] {
  const { article, id, type, family, modality, time, evidence, stance } = claim
  return claim.places.map(({ place, text, role, lat, lon }) => ({
    point: { lat, lon },
    properties: {
      article: article.id,
      claim: id,
      type,
      family,
      modality,
      time,
      place,
      place_name: text,
      role,
      agents: claim.agent.map(({ actor }) => actor),
      targets: claim.target.map(({ actor }) => actor),
      count: claim.count,
      evidence,
      chain: tellChain(claim, article),
      stance,
      outlet: article.outlet,
      published: article.published,
    },
  }))
}
