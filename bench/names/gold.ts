/** Of the agents, targets and places of the scored claims of `gold/`: how many a mention touches, how many with the right id. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Lexicon } from '../../src/lexicon/lexicon.ts'
import type { Span } from '../../src/model.ts'
import { hasOverlap, mentionsOf, type NameMention, SHARED, share } from './mentions.ts'

interface GoldName {
  readonly actor?: string | null
  readonly span: Span
}

interface Gold {
  readonly published: string
  readonly outlet: string
  readonly body: Span
  readonly claims: readonly {
    readonly optional?: boolean
    readonly agent: readonly GoldName[]
    readonly target: readonly GoldName[]
    readonly places: readonly GoldName[]
  }[]
}

interface Tally {
  touched: number
  right: number
  of: number
}

/** A table of touch rates, one line for each role. */
export function measureGold(lexicon: Lexicon): string[] {
  if (!existsSync(`${SHARED}gold`)) return ['gold: not there, nothing measured']
  const tallies = { agent: newTally(), target: newTally(), places: newTally() }
  for (const set of ['dev', 'seeds']) {
    for (const file of readdirSync(`${SHARED}gold/${set}`)) measureFile(lexicon, `${set}/${file}`, tallies)
  }
  return Object.entries(tallies).map(
    ([role, { touched, right, of }]) =>
      `gold ${role.padEnd(7)} touched ${share(touched, of)}, ${role === 'places' ? 'with a row' : 'right actor'} ${share(right, of)}`,
  )
}

function newTally(): Tally {
  return { touched: 0, right: 0, of: 0 }
}

function measureFile(
  lexicon: Lexicon,
  file: string,
  tallies: Record<'agent' | 'target' | 'places', Tally>,
): void {
  const gold = JSON.parse(readFileSync(`${SHARED}gold/${file}`, 'utf8')) as Gold
  const text = readFileSync(`${SHARED}corpus/${file.replace(/json$/, 'txt')}`, 'utf8')
  const mentions = mentionsOf(lexicon, text, gold)
  const seen = new Set<string>()
  for (const claim of gold.claims.filter(({ optional }) => optional !== true)) {
    for (const role of ['agent', 'target', 'places'] as const) {
      const names = claim[role].filter(({ span, actor }) => isNew(seen, `${role} ${span.join()} ${actor}`))
      for (const name of names) measureName(mentions, name, { role, tally: tallies[role] })
    }
  }
}

function isNew(seen: Set<string>, key: string): boolean {
  const isFirst = !seen.has(key)
  seen.add(key)
  return isFirst
}

function measureName(
  mentions: readonly NameMention[],
  name: GoldName,
  { role, tally }: { role: string; tally: Tally },
): void {
  const wanted = role === 'places' ? 'place' : 'actor'
  const over = mentions.filter(({ kind, span }) => kind === wanted && hasOverlap(span, name.span))
  tally.of++
  if (over.length > 0) tally.touched++
  if (over.some(mention => isRight(mention, name))) tally.right++
}

/** The army of a government counts as the government's act: which of the two it is the claim's type decides. */
function isRight(mention: NameMention, { actor }: GoldName): boolean {
  if (mention.kind === 'place') return mention.place !== null
  if (actor === null) return true
  return mention.kind === 'actor' && (mention.actor === actor || mention.military === actor)
}
