/** The chains of a set of claims as one graph: outlets on top, roots at the bottom, and which claims pass through each line. */
import type { SourceKind } from '../model.ts'
import type { Fact } from './facts.ts'
import { sourceName } from './roots.ts'

/** Whoever passes a claim on: an outlet, or a source. */
export interface Teller {
  /** `outlet:...` of an outlet, else the key of the source; nameless sources are named with whoever passes their word on. */
  readonly key: string
  readonly text: string
  readonly kind: SourceKind | 'own'
  readonly actor: string | null
  /** Steps from the outlets, which are 0: the longest way, so that every line goes down. */
  readonly depth: number
  /** True where a chain ends here. */
  readonly isRoot: boolean
  /** Keys of the claims that pass through, sorted. */
  readonly claims: readonly string[]
}

/** The upper one has it from the lower one. */
export interface Link {
  readonly from: string
  readonly to: string
  /** Keys of the claims that pass along, sorted. */
  readonly claims: readonly string[]
}

export interface Chains {
  readonly tellers: readonly Teller[]
  readonly links: readonly Link[]
}

type Step = Pick<Teller, 'key' | 'text' | 'kind' | 'actor'>

/**
 * The graph of a set of claims. "Example Agency, quoting a military source" in two papers: two outlets at depth 0, the agency
 * at 1, the military source at 2, which is the root; two claims pass through the agency. Tellers are sorted by depth, then by
 * the number of claims; a source that is told by itself, or in a ring, is shown where it first comes.
 */
export function findChains(facts: readonly Fact[]): Chains {
  const ways = facts.map(fact => ({ fact, steps: listSteps(fact) }))
  const links = findLinks(ways)
  const depths = findDepths(ways.map(({ steps }) => steps))
  const through = Map.groupBy(
    ways.flatMap(({ fact, steps }) => steps.map(step => ({ fact, step }))),
    ({ step }) => step.key,
  )
  const roots = new Set(ways.map(({ steps }) => steps.at(-1)?.key))
  const tellers = [...through].map(([key, passing]): Teller => {
    const [first] = passing.map(({ step }) => step).sort((a, b) => (a.text < b.text ? -1 : 1))
    const claims = listKeys(passing.map(({ fact }) => fact))
    return { ...(first as Step), depth: depths.get(key) ?? 0, isRoot: roots.has(key), claims }
  })
  return { tellers: tellers.sort(compareTellers), links }
}

/** From the outlet down to the root, each once. */
function listSteps({ article, claim, root }: Fact): Step[] {
  const outlet = article.outlet ?? article.id
  const top: Step = {
    key: `outlet:${outlet}`,
    text: article.outlet ?? article.name,
    kind: 'own',
    actor: null,
  }
  const down = claim.sources.map((source, i): Step => {
    const { text, kind } = source
    return { key: i === 0 ? root.key : sourceName(source), text, kind, actor: source.actor ?? null }
  })
  const steps = [top, ...down.reverse()]
  return steps.filter(({ key }, i) => steps.findIndex(step => step.key === key) === i)
}

function findLinks(ways: readonly { fact: Fact; steps: readonly Step[] }[]): Link[] {
  const pairs = ways.flatMap(({ fact, steps }) =>
    steps.slice(1).map((step, i) => ({ fact, from: steps[i]?.key as string, to: step.key })),
  )
  const links = [...Map.groupBy(pairs, ({ from, to }) => `${from}\n${to}`).values()].map(passing => {
    const { from, to } = passing[0] as (typeof passing)[number]
    return { from, to, claims: listKeys(passing.map(({ fact }) => fact)) }
  })
  return links.sort((a, b) => (`${a.from}\n${a.to}` < `${b.from}\n${b.to}` ? -1 : 1))
}

/** The longest way to each from an outlet. A ring of sources would never end: no way is longer than there are tellers. */
function findDepths(ways: readonly (readonly Step[])[]): Map<string, number> {
  const depths = new Map<string, number>()
  const longest = new Set(ways.flat().map(({ key }) => key)).size
  for (let round = 0; round < longest; round++) {
    if (!ways.map(way => deepen(way, { depths, longest })).includes(true)) break
  }
  return depths
}

function deepen(
  way: readonly Step[],
  { depths, longest }: { depths: Map<string, number>; longest: number },
): boolean {
  let isDeeper = false
  let depth = -1
  for (const { key } of way) {
    depth = Math.min(Math.max(depth + 1, depths.get(key) ?? 0), longest - 1)
    isDeeper ||= depths.get(key) !== depth
    depths.set(key, depth)
  }
  return isDeeper
}

function compareTellers(a: Teller, b: Teller): number {
  return a.depth - b.depth || b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1)
}

function listKeys(facts: readonly Fact[]): string[] {
  return [...new Set(facts.map(({ key }) => key))].sort()
}
