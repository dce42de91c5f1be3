/** Sides of a contradiction: claims that say one thing, beside claims that say another. */
import { createHash } from 'node:crypto'
import type { Fact } from '../facts.ts'
import type { Contradiction, ContradictionKind } from '../relations.ts'

/** Claims that say the same. `label` is what they say, as a reader sees it. */
export interface Side<Value> {
  readonly label: string
  readonly value: Value
  readonly facts: readonly Fact[]
}

/** What decides between two sides: whether both can hold, and what explains that they differ. */
export interface Rule<Value> {
  readonly isOpposed: (side: Side<Value>, other: Side<Value>) => boolean
  readonly resolve: (side: Side<Value>, other: Side<Value>) => Contradiction['resolved']
}

/** What two sides differ about. */
export interface Subject {
  readonly kind: ContradictionKind
  readonly event: string | null
  readonly place: string | null
}

/** What a voice says of a subject. */
export interface Saying<Value> {
  readonly label: string
  readonly value: Value
}

/**
 * Voices by what they say, in the order of the labels. A voice is one root in one article; `say` has all its claims at hand,
 * so that "in the town, then in its east quarter" is one saying. Voices of one label have one value.
 */
export function groupSides<Value>(
  facts: readonly Fact[],
  say: (voice: readonly Fact[]) => Saying<Value> | undefined,
): Side<Value>[] {
  const voices = Map.groupBy(facts, ({ article, root }) => `${article.id} ${root.key}`)
  const said = [...voices.values()].flatMap(voice => {
    const saying = say(voice)
    return saying === undefined ? [] : [{ ...saying, facts: voice }]
  })
  const sides = [...Map.groupBy(said, ({ label }) => label).values()].map(group => ({
    ...(group[0] as Side<Value>),
    facts: group.flatMap(one => one.facts),
  }))
  return sides.sort((a, b) => (a.label < b.label ? -1 : 1))
}

/** One contradiction for each two sides that cannot both hold and that two roots or more stand for. */
export function opposeSides<Value>(
  sides: readonly Side<Value>[],
  subject: Subject,
  rule: Rule<Value>,
): Contradiction[] {
  return sides.flatMap((side, i) =>
    sides
      .slice(i + 1)
      .filter(other => rule.isOpposed(side, other) && hasTwoVoices(side, other))
      .map(other => writeContradiction([side, other], subject, rule.resolve(side, other))),
  )
}

/**
 * True where two who answer for themselves differ: two articles, or two sources of one. What an article says in its own
 * words beside a source's is another part of its story.
 */
function hasTwoVoices(side: Side<unknown>, other: Side<unknown>): boolean {
  return side.facts.some(fact => other.facts.some(their => isOtherVoice(fact, their)))
}

function isOtherVoice({ article, root }: Fact, other: Fact): boolean {
  if (article.id !== other.article.id) return true
  return root.key !== other.root.key && root.kind !== 'own' && other.root.kind !== 'own'
}

function writeContradiction(
  [side, other]: readonly [Side<unknown>, Side<unknown>],
  { kind, event, place }: Subject,
  resolved: Contradiction['resolved'],
): Contradiction {
  return {
    id: nameContradiction([kind, event ?? '', place ?? '', side.label, other.label]),
    kind,
    event,
    place,
    claims: [listKeys(side.facts), listKeys(other.facts)],
    values: [side.label, other.label],
    resolved,
  }
}

function listKeys(facts: readonly Fact[]): string[] {
  return facts.map(({ key }) => key).sort()
}

/** The id of a contradiction: the hash of what it is about and of what either side says. */
export function nameContradiction(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)
}
