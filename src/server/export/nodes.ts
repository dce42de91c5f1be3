/** Claims, articles, events, holdings and passages as nodes of a graph. */
import type { Claim, Source } from '../../model.ts'
import { findDays } from '../../record/days.ts'
import { claimKey } from '../../record/facts.ts'
import { findRoot, sourceName } from '../../record/roots.ts'
import type { Pair } from '../../store/exported.ts'
import type { ArticleHit, ClaimArticle, ClaimHit } from '../../store/store.ts'
import { type EventItem, listModalities } from './events.ts'
import { dateOf, idOf, link, linkRoot, type Node, READER, selectWords, withoutGaps } from './graph.ts'
import type { HoldingItem } from './holdings.ts'
import { nameOf, type World } from './world.ts'

/** Characters round the words of a claim that tell them apart, as in `record/quote.ts`. */
const CONTEXT = 32

/** A claim, and an annotation that says where its words stand. */
export function readClaimNodes(claim: ClaimHit): Node[] {
  const { article, span, evidence } = claim
  const key = claimKey(article.id, claim.id)
  const quote = {
    exact: evidence,
    prefix: claim.before.slice(-CONTEXT),
    suffix: claim.after.slice(0, CONTEXT),
  }
  const tellers = listTellers(claim, article)
  return [
    withoutGaps({
      '@id': idOf('claim', key),
      '@type': ['schema:Claim', 'prov:Entity'],
      'schema:text': evidence,
      'schema:appearance': link('article', article.id),
      'schema:author': tellers[0]?.agent,
      'prov:wasDerivedFrom': link('article', article.id),
      'prov:wasAttributedTo': tellers.map(({ agent }) => ({ '@id': agent['@id'] })),
      'prov:qualifiedAttribution': tellers.map(attribute),
      'hasab:type': claim.type,
      'hasab:family': claim.family,
      'hasab:modality': claim.modality,
      'hasab:stance': claim.stance,
      'hasab:time': dateOf(claim.time),
      'hasab:participant': [...listParticipants(claim, 'agent'), ...listParticipants(claim, 'target')],
      'schema:contentLocation': claim.places.map(readPlace),
      'hasab:count': claim.count === null ? null : readCount(claim.count),
    }),
    {
      '@id': idOf('words', key),
      '@type': 'oa:Annotation',
      'oa:motivatedBy': { '@id': 'oa:identifying' },
      'prov:wasAttributedTo': { '@id': READER },
      'oa:hasBody': link('claim', key),
      'oa:hasTarget': selectWords(article.id, span, quote),
    },
  ]
}

interface Teller {
  readonly agent: Node
  readonly role: 'root' | 'teller' | 'outlet'
}

/** Who says so, from the root to the outlet: each is an agent, and stands in the chain by its hop. */
function listTellers(claim: Claim, article: ClaimArticle): Teller[] {
  const outlet = article.outlet ?? article.id
  const root = findRoot(claim, outlet)
  const own: Teller = { agent: readOutlet(outlet), role: claim.sources.length === 0 ? 'root' : 'outlet' }
  const sources = claim.sources.map((source, hop): Teller => {
    const key = hop === 0 ? root.key : sourceName(source)
    return { agent: readSource(source, key), role: hop === 0 ? 'root' : 'teller' }
  })
  return [...sources, own]
}

function readSource({ text, kind }: Source, key: string): Node {
  return { '@id': idOf('source', key), '@type': 'prov:Agent', 'schema:name': text, 'hasab:sourceKind': kind }
}

function readOutlet(outlet: string, name = outlet): Node {
  const types = ['schema:NewsMediaOrganization', 'prov:Agent']
  return { '@id': idOf('outlet', outlet), '@type': types, 'schema:name': name }
}

function attribute({ agent, role }: Teller, hop: number): Node {
  return {
    '@type': 'prov:Attribution',
    'prov:agent': { '@id': agent['@id'] },
    'prov:hadRole': { '@id': `hasab:${role}` },
    'hasab:hop': hop,
    'hasab:words': agent['schema:name'],
  }
}

function listParticipants(claim: Claim, role: 'agent' | 'target'): Node[] {
  return claim[role].map(({ actor, text }) =>
    withoutGaps({
      'hasab:role': role,
      'hasab:words': text,
      'hasab:actor': actor === null ? null : link('actor', actor),
    }),
  )
}

function readPlace({ place, text, role, lat, lon }: Claim['places'][number]): Node {
  return withoutGaps({
    '@type': 'schema:Place',
    '@id': place === null ? null : idOf('place', place),
    'schema:name': text,
    'schema:geo': readPoint({ lat, lon }),
    'hasab:role': role,
  })
}

function readPoint({ lat, lon }: { lat: number | null; lon: number | null }): Node | null {
  if (lat === null || lon === null) return null
  return { '@type': 'schema:GeoCoordinates', 'schema:latitude': lat, 'schema:longitude': lon }
}

function readCount({ what, min, max, outcome }: NonNullable<Claim['count']>): Node {
  return withoutGaps({ 'hasab:what': what, 'hasab:min': min, 'hasab:max': max, 'hasab:outcome': outcome })
}

/** An article. */
export function readArticleNodes(article: ArticleHit): Node[] {
  return [
    withoutGaps({
      '@id': idOf('article', article.id),
      '@type': ['schema:NewsArticle', 'prov:Entity'],
      'schema:identifier': article.name,
      'schema:headline': article.title,
      'schema:url': article.url,
      'schema:datePublished': dateOf(article.published),
      'hasab:publishedFrom': article.publishedFrom,
      'schema:publisher': article.outlet === null ? null : readOutlet(article.outlet),
      'schema:creditText': article.credits,
      'hasab:sha256': article.id,
    }),
  ]
}

/** An event with its counts and the claims that it is made of. */
export function readEventNodes({ event, facts, killed, world }: EventItem): Node[] {
  const { from, to } = findDays(event.time)
  return [
    withoutGaps({
      '@id': idOf('event', event.id),
      '@type': ['schema:Event', 'prov:Entity'],
      'hasab:family': event.family,
      'hasab:type': event.types,
      'hasab:modality': listModalities(facts),
      'hasab:time': dateOf(event.time),
      'schema:startDate': dateOf(from),
      'schema:endDate': dateOf(to),
      'schema:location': event.places.map(place => readNamedPlace(place, world)),
      'hasab:agent': event.agents.map(actor => readActor(actor, world)),
      'hasab:target': event.targets.map(actor => readActor(actor, world)),
      'hasab:articles': event.counts.articles,
      'hasab:outlets': event.counts.outlets,
      'hasab:families': event.counts.families,
      'hasab:rootsMin': event.counts.roots.min,
      'hasab:rootsMax': event.counts.roots.max,
      'hasab:killed': killed === undefined ? null : readCount({ ...killed, outcome: killed.outcomes }),
      'prov:wasDerivedFrom': facts.map(({ key }) => link('claim', key)),
    }),
  ]
}

function readNamedPlace(place: string, { places, points }: World): Node {
  return withoutGaps({
    '@id': idOf('place', place),
    '@type': 'schema:Place',
    'schema:name': nameOf(places, place),
    'schema:geo': readPoint(points[place] ?? { lat: null, lon: null }),
    'hasab:precision': points[place]?.precision,
  })
}

function readActor(actor: string, { actors }: World): Node {
  return { '@id': idOf('actor', actor), 'schema:name': nameOf(actors, actor) }
}

/** A holding: who, where, from when to when, according to whom. */
export function readHoldingNodes({ holding, source, world }: HoldingItem): Node[] {
  const { place, from, holders, claims } = holding
  const key = source?.key ?? 'all'
  return [
    withoutGaps({
      '@id': idOf('holding', [place, key, from, holding.state].join(' ')),
      '@type': ['hasab:Holding', 'prov:Entity'],
      'hasab:place': readNamedPlace(place, world),
      'hasab:holder': holders.map(holder => readActor(holder, world)),
      'hasab:state': holding.state,
      'schema:startDate': dateOf(from),
      'hasab:earliest': dateOf(holding.earliest),
      'schema:endDate': dateOf(holding.to),
      'hasab:confirmed': dateOf(holding.confirmed),
      'hasab:how': holding.how,
      'prov:wasAttributedTo':
        source === null
          ? holding.roots.map(linkRoot)
          : { ...linkRoot(source.key), '@type': 'prov:Agent', 'schema:name': source.text },
      'prov:wasDerivedFrom': claims.map(claim => link('claim', claim)),
    }),
  ]
}

/** Two articles that share passages: which comes from which where that is known, and where the words of each passage stand. */
export function readPairNodes({ reuse, articles, texts }: Pair): Node[] {
  const [first, second] = articles
  const isKnown = reuse.direction !== null
  const tie = isKnown ? 'prov:wasDerivedFrom' : 'hasab:sharesWordsWith'
  const relation = {
    '@id': idOf('article', second.id),
    '@type': ['schema:NewsArticle', 'prov:Entity'],
    [tie]: link('article', first.id),
  }
  const passages = reuse.passages.map(({ spans, words }, i) => {
    const [one = '', two = ''] = texts[i] ?? []
    const select = (article: string, side: 0 | 1, exact: string) =>
      selectWords(article, spans[side], { exact, prefix: '', suffix: '' })
    return {
      '@id': idOf('passage', `${first.id} ${second.id} ${i + 1}`),
      '@type': 'oa:Annotation',
      'oa:motivatedBy': { '@id': 'oa:linking' },
      'prov:wasAttributedTo': { '@id': READER },
      'hasab:kind': reuse.kind,
      'hasab:wordCount': words,
      'oa:hasBody': select(first.id, 0, one),
      'oa:hasTarget': select(second.id, 1, two),
    }
  })
  return [relation, ...passages]
}
