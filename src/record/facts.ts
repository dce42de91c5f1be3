/**
 * A claim with what the relations between articles need of it: whose article, which days, whose word. Everything in
 * `record/` reads facts and nothing else of a reading, so that a store can make them from its rows.
 */
import { type Article, type Claim, type ClaimType, FAMILIES, type Family, type Reading } from '../model.ts'
import { type Days, findDays } from './days.ts'
import type { Ground } from './ground.ts'
import { findRoot, type Root } from './roots.ts'

/** An article as its claims' facts show it. */
export interface ArticleFact {
  /** SHA-256 of the bytes. */
  readonly id: string
  readonly name: string
  readonly outlet: string | null
  /** Outlets of one publisher: the outlet's own id where it has no family; the article's id where no outlet is known. */
  readonly family: string
  /** EDTF; dated over the record (`dating.ts`) where the article does not say. */
  readonly published: string | null
  readonly publishedFrom: Article['publishedFrom']
  readonly days: Days
  readonly credits: readonly string[]
}

/** A claim of an article. `days` are those of its time; those of publication stand in where the text gives none. */
export interface Fact {
  /** Unique in a record: `claimKey(article, claim)`. */
  readonly key: string
  readonly article: ArticleFact
  readonly claim: Claim
  readonly family: Family
  readonly days: Days
  readonly dated: 'text' | 'published' | 'none'
  readonly root: Root
}

const FAMILY_OF = new Map<ClaimType, Family>(
  (Object.keys(FAMILIES) as Family[]).flatMap(family =>
    FAMILIES[family].map(type => [type, family] as [ClaimType, Family]),
  ),
)

/** The family of a claim type: `familyOf('capture')` → `'territory'`. */
export function familyOf(type: ClaimType): Family {
  return FAMILY_OF.get(type) ?? 'words'
}

/** The key of a claim in a record: the article's id, a dot, the claim's number. */
export function claimKey(article: string, claim: string): string {
  return `${article}.${claim}`
}

/** What facts need of an article. */
type Told = Pick<Article, 'id' | 'name' | 'outlet' | 'published' | 'publishedFrom'> & {
  readonly credits: readonly Pick<Article['credits'][number], 'text'>[]
}

/** An article as facts show it. */
export function readArticleFact(article: Told, ground: Pick<Ground, 'families'>): ArticleFact {
  const { id, name, outlet, published, publishedFrom, credits } = article
  const family = outlet === null ? id : (ground.families.get(outlet) ?? outlet)
  const texts = credits.map(({ text }) => text)
  return { id, name, outlet, family, published, publishedFrom, days: findDays(published), credits: texts }
}

/** A claim as a fact of its article. */
export function readFact(claim: Claim, article: ArticleFact): Fact {
  const own = findDays(claim.time)
  const isDated = own.from !== null || own.to !== null
  const days = isDated ? own : article.days
  return {
    key: claimKey(article.id, claim.id),
    article,
    claim,
    family: familyOf(claim.type),
    days,
    dated: isDated ? 'text' : days.from !== null || days.to !== null ? 'published' : 'none',
    root: findRoot(claim, article.outlet ?? article.id),
  }
}

/** The facts of a reading: its claims that count. Optional ones (headlines, repeats) are left out. */
export function readFacts({ article, claims }: Reading, ground: Pick<Ground, 'families'>): Fact[] {
  const fact = readArticleFact(article, ground)
  return claims.filter(({ optional }) => !optional).map(claim => readFact(claim, fact))
}
