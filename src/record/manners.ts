/** How an outlet says what it says: in whose voice, how surely, with how much distance; beside the others at equal content. */
import type { ClaimType, Modality, SourceKind, Stance } from '../model.ts'
import type { Fact } from './facts.ts'
import { findRate, type Rate } from './rates.ts'
import { sumTallies, type Tally } from './tallies.ts'

/** `own`: the outlet itself; `named`: a source with a name or an office; `unnamed`: anonymous, or "reports". */
export type VoiceKind = 'own' | 'named' | 'unnamed'

/** So many claims of a type, said in one manner. */
export interface Manner {
  readonly type: ClaimType
  readonly voice: VoiceKind
  readonly modality: Modality
  readonly stance: Stance
  readonly claims: number
}

/** The outlet under which the claims of all are counted. */
export const ALL_OUTLETS = ''

const UNNAMED = new Set<SourceKind | 'own'>(['anonymous', 'report'])

/** What an article adds to its outlet's page: whom it relies on, and in which manner. Nothing of an unknown outlet but to the whole. */
export function tallyArticle(facts: readonly Fact[]): Tally[] {
  return sumTallies([...facts.flatMap(tallyManner), ...tallyRoots(facts)])
}

function tallyManner({ claim, article, root }: Fact): Tally[] {
  const voice: VoiceKind = root.kind === 'own' ? 'own' : UNNAMED.has(root.kind) ? 'unnamed' : 'named'
  const outlets = article.outlet === null ? [ALL_OUTLETS] : [ALL_OUTLETS, article.outlet]
  const manner = [claim.type, voice, claim.modality, claim.stance]
  return outlets.map(outlet => ({ of: 'manners', keys: [outlet, ...manner], counts: [1] }))
}

function tallyRoots(facts: readonly Fact[]): Tally[] {
  const roots = Map.groupBy(facts, ({ root }) => root.key)
  return [...roots].flatMap(([root, own]): Tally[] => {
    const outlet = own[0]?.article.outlet ?? null
    return outlet === null ? [] : [{ of: 'roots', keys: [outlet, root], counts: [own.length, 1] }]
  })
}

/** How often an outlet does one thing, and how often the others do it where they tell the like. */
export interface MannerRate {
  /** `voice` and `modality` are of all claims; `stance` of those that it attributes to someone. */
  readonly of: 'voice' | 'modality' | 'stance'
  readonly value: VoiceKind | Modality | Stance
  readonly own: Rate
  /** 0 to 1: the share that the outlet would have if it told each type of claim as the others do. `null` where none tells the like. */
  readonly others: number | null
  /** True where the others' share lies outside the outlet's interval. */
  readonly isApart: boolean
}

const VALUES = {
  voice: ['own', 'named', 'unnamed'],
  modality: ['asserted', 'planned', 'possible', 'negated'],
  stance: ['neutral', 'endorsed', 'doubted'],
} as const

/**
 * An outlet's manners beside those of the others at equal type: an outlet that tells many plans is compared with what the others say of plans.
 *
 *     4 of 10 airstrikes and 1 of 5 captures doubted; the others doubt 10 % and 40 % of these → own 5 of 15, others 20 %
 */
export function compareManners(own: readonly Manner[], all: readonly Manner[]): MannerRate[] {
  return (Object.keys(VALUES) as (keyof typeof VALUES)[]).flatMap(of =>
    VALUES[of].map(value => compareOne({ of, value }, { own, all })),
  )
}

type Asked = Pick<MannerRate, 'of' | 'value'>

function compareOne(
  asked: Asked,
  { own, all }: Readonly<Record<'own' | 'all', readonly Manner[]>>,
): MannerRate {
  const mine = countTypes(asked, own)
  const theirs = countTypes(asked, all)
  const sum = (which: 'told' | 'so') => [...mine.values()].reduce((total, count) => total + count[which], 0)
  const rate = findRate(sum('so'), sum('told'))
  let expected = 0
  let compared = 0
  for (const [type, { told, so }] of mine) {
    const whole = theirs.get(type) ?? { told: 0, so: 0 }
    if (whole.told === told) continue
    expected += (told * (whole.so - so)) / (whole.told - told)
    compared += told
  }
  const others = compared === 0 ? null : expected / compared
  const isApart = others !== null && (others < rate.low || others > rate.high)
  return { ...asked, own: rate, others, isApart }
}

/** For each type how many claims were told, and how many so. */
function countTypes(
  { of, value }: Asked,
  manners: readonly Manner[],
): Map<ClaimType, { told: number; so: number }> {
  const counts = new Map<ClaimType, { told: number; so: number }>()
  for (const manner of manners) {
    if (of === 'stance' && manner.voice === 'own') continue
    const { told, so } = counts.get(manner.type) ?? { told: 0, so: 0 }
    counts.set(manner.type, {
      told: told + manner.claims,
      so: so + (manner[of] === value ? manner.claims : 0),
    })
  }
  return counts
}
