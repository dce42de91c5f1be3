/** How much stands behind a set of claims: articles, outlets, families, roots; and what falls with a root. */
import type { Fact } from './facts.ts'
import type { Counts, Reuse } from './relations.ts'
import { type Root, sourceKey } from './roots.ts'

/** Kinds of roots that may be anyone: two of them may be one where their articles are of one family or one took from the other. */
const VAGUE = new Set<Root['kind']>(['own', 'anonymous', 'report', 'person'])
/** Kinds of which one name is one origin, whoever cites it. An official of one body in two articles may be two people. */
const ONE = new Set<Root['kind']>(['own', 'agency', 'outlet'])

/**
 * The four counts of a set of claims.
 *
 * Five outlets that reprint one agency: 5 articles, 5 outlets, 5 families, roots 1 to 1. Two papers with a "local source"
 * each: roots 1 to 2 where they are of one family or one took from the other (`reuse`), 2 to 2 where nothing ties them.
 *
 * - `roots.max`: every origin that may be one of its own. An agency or an outlet is one; whom an article quotes is another
 *   voice than whom another article quotes, unless the two share a passage.
 * - `roots.min`: what may be the same is the same. One body or person; nameless sources and own words of one family, or of
 *   articles that share passages or credit the same agency.
 *
 * An article without a known outlet is an outlet and a family of its own. No claims: all zero.
 */
export function countFacts(facts: readonly Fact[], reuse: readonly Reuse[] = []): Counts {
  const copies = findCopies(facts, reuse)
  const sure = ({ root, article }: Fact) =>
    ONE.has(root.kind) ? root.key : `${root.key} ${copies.get(article.id) ?? article.id}`
  return {
    articles: countDistinct(facts, ({ article }) => article.id),
    outlets: countDistinct(facts, ({ article }) => article.outlet ?? article.id),
    families: countDistinct(facts, ({ article }) => article.family),
    roots: { min: countMerged(listSame(facts, copies)), max: countDistinct(facts, sure) },
  }
}

function countDistinct(facts: readonly Fact[], by: (fact: Fact) => string): number {
  return new Set(facts.map(by)).size
}

/** Article → the name of the group that shares passages, itself or through others: copies of copies are copies. Forms tie, too: no bound rises by them. */
function findCopies(facts: readonly Fact[], reuse: readonly Reuse[]): Map<string, string> {
  const told = new Set(facts.map(({ article }) => article.id))
  const pairs = reuse.map(({ articles }) => articles).filter(pair => pair.every(article => told.has(article)))
  return mergeShared(pairs)
}

/** For each fact, names of what its root may be: facts that share a name, or a chain of them, may rest on one root. */
function listSame(facts: readonly Fact[], copies: ReadonlyMap<string, string>): string[][] {
  const named = Map.groupBy(
    facts.filter(({ root }) => !VAGUE.has(root.kind)),
    ({ article }) => copies.get(article.id) ?? article.id,
  )
  return facts.map(({ root, article }) => {
    if (!VAGUE.has(root.kind)) return [root.key, `words:${sourceKey(root.text)}`]
    const group = copies.get(article.id)
    const known = group === undefined ? [] : (named.get(group) ?? []).map(fact => fact.root.key).sort()
    const same = known[0] ?? group
    const credited = root.kind === 'own' ? article.credits.map(text => `words:${sourceKey(text)}`) : []
    return [root.key, `family:${article.family}`, ...(same === undefined ? [] : [same]), ...credited]
  })
}

function countMerged(names: readonly (readonly string[])[]): number {
  return new Set(mergeShared(names).values()).size
}

/** Name → the least of the names that it goes with, where names of one list go together, and lists that share a name do. */
function mergeShared(lists: readonly (readonly string[])[]): Map<string, string> {
  const heads = new Map<string, string>()
  const find = (name: string): string => {
    let head = name
    while (heads.get(head) !== head) head = heads.get(head) as string
    return head
  }
  for (const list of lists) {
    for (const name of list) if (!heads.has(name)) heads.set(name, name)
    const ends = list.map(find).sort()
    for (const end of ends) heads.set(end, ends[0] as string)
  }
  return new Map([...heads.keys()].map(name => [name, find(name)]))
}

/** What is left of a set of claims without those of one root. */
export interface Fall {
  /** Keys of the claims that rest on the root. */
  readonly claims: readonly string[]
  /** Articles all of whose claims fall: they have nothing else to say of it. */
  readonly articles: readonly string[]
  readonly left: Counts
}

/** What falls if a root is false: the claims that rest on it, and the counts of the rest. `root` is a root's key. */
export function findFall(facts: readonly Fact[], root: string, reuse: readonly Reuse[] = []): Fall {
  const falling = facts.filter(fact => fact.root.key === root)
  const rest = facts.filter(fact => fact.root.key !== root)
  const standing = new Set(rest.map(({ article }) => article.id))
  const articles = new Set(falling.map(({ article }) => article.id).filter(article => !standing.has(article)))
  return {
    claims: falling.map(({ key }) => key).sort(),
    articles: [...articles].sort(),
    left: countFacts(rest, reuse),
  }
}
