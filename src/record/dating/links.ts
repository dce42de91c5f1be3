/** Articles that tell the same happenings: they share many details, and the rarer ones weigh more. */
import type { Ground } from '../ground.ts'
import { listDetails, type Told } from './details.ts'

/** An article that tells much of what another tells. */
export interface Link {
  readonly to: Told
  /** Details that both tell. */
  readonly details: number
  /** Cosine of the two lists of details, each weighed by its rarity: 0 to 1. */
  readonly weight: number
}

/** How many articles tell each detail, and how many there are. A store keeps it; else it is that of the articles given. */
export interface Census {
  readonly articles: number
  readonly tellers: ReadonlyMap<string, number>
}

/**
 * Below so many shared details, an article is no evidence of the day; of 540 dated articles of a seven years' war, fewer let
 * other stories in, more leave too few to compare.
 */
const LEAST_DETAILS = 10
/** A detail that more articles tell is passed over in the search; it counts where two articles share rarer ones. */
const MOST_TELLERS = 600
const LEAST_RARER = LEAST_DETAILS / 2

/** Counts the tellers of every detail. */
export function takeCensus(details: Iterable<readonly string[]>): Census {
  const tellers = new Map<string, number>()
  let articles = 0
  for (const list of details) {
    articles++
    for (const detail of list) tellers.set(detail, (tellers.get(detail) ?? 0) + 1)
  }
  return { articles, tellers }
}

/**
 * The articles that share at least ten details with each article without a date, by its id; in the order of their ids. Costs
 * what the candidates cost: for each article without a date, the tellers of its rarer details.
 */
export function findLinks(
  told: readonly Told[],
  ground: Pick<Ground, 'placeKinds'>,
  census?: Census,
): ReadonlyMap<string, readonly Link[]> {
  const lists = told.map(({ facts }) => listDetails(facts, ground))
  const index = indexDetails(lists, census ?? takeCensus(lists))
  const tally = new Int32Array(told.length)
  const links = new Map<string, readonly Link[]>()
  for (const [at, { article }] of told.entries()) {
    if (article.published === null) links.set(article.id, linkOne(at, { told, index, tally }))
  }
  return links
}

/** Details as numbers, with what each weighs and who tells it. */
interface Index {
  /** For each article the numbers of its details. */
  readonly lists: readonly (readonly number[])[]
  /** For each article the length of its list as a vector. */
  readonly lengths: readonly number[]
  /** For each detail the square of its rarity. */
  readonly squares: readonly number[]
  /** For each detail the articles that tell it; empty where too many do. */
  readonly tellers: readonly (readonly number[])[]
}

function indexDetails(lists: readonly (readonly string[])[], census: Census): Index {
  const numbers = new Map<string, number>()
  const tellers: number[][] = []
  const numbered = lists.map((list, article) =>
    list.map(detail => {
      const known = numbers.get(detail)
      const number = known ?? numbers.size
      if (known === undefined) numbers.set(detail, number)
      const told = tellers[number]
      if (told === undefined) tellers.push([article])
      else told.push(article)
      return number
    }),
  )
  const counts = [...numbers.keys()].map(detail => census.tellers.get(detail) ?? 1)
  const squares = counts.map(count => Math.log(1 + census.articles / count) ** 2)
  return {
    lists: numbered,
    lengths: numbered.map(list => Math.sqrt(addUp(list, squares))),
    squares,
    tellers: tellers.map((told, number) => ((counts[number] ?? 1) > MOST_TELLERS ? [] : told)),
  }
}

function addUp(details: readonly number[], squares: readonly number[]): number {
  return details.reduce((sum, detail) => sum + (squares[detail] ?? 0), 0)
}

interface Search {
  readonly told: readonly Told[]
  readonly index: Index
  /** For each article how many of the rarer details it shares; all zero between searches. */
  readonly tally: Int32Array
}

function linkOne(at: number, { told, index, tally }: Search): Link[] {
  const { lists, lengths, squares, tellers } = index
  const own = new Set(lists[at])
  const seen: number[] = []
  for (const other of [...own].flatMap(detail => tellers[detail] ?? [])) {
    if (tally[other] === 0) seen.push(other)
    tally[other] = (tally[other] ?? 0) + 1
  }
  const likely = seen.filter(other => other !== at && (tally[other] ?? 0) >= LEAST_RARER)
  for (const other of seen) tally[other] = 0
  return likely
    .flatMap(other => {
      const shared = (lists[other] ?? []).filter(detail => own.has(detail))
      if (shared.length < LEAST_DETAILS) return []
      const weight = addUp(shared, squares) / ((lengths[at] ?? 1) * (lengths[other] ?? 1))
      return [{ to: told[other] as Told, details: shared.length, weight }]
    })
    .sort((a, b) => (a.to.article.id < b.to.article.id ? -1 : 1))
}
