/** Logistic regression with L2 over features that are present or absent, by gradient descent with a step of its own for each weight. */
import { createHash } from 'node:crypto'

export interface Example {
  readonly features: readonly string[]
  readonly label: 0 | 1
  /** How much it counts in training; examples from articles on other subjects count less. */
  readonly worth?: number
  /** Of the positive examples of one group only the likeliest is one: several mentions may name the one who did it. */
  readonly group?: string
}

export type Weights = Map<string, number>

const ROUNDS = 150
const STEP = 0.3
const MOST_FEATURES_OF_ONE = 2

/** Learns weights. `l2` pulls them towards nothing. */
export function train(examples: readonly Example[], l2: number): Weights {
  const ids = numberFeatures(examples)
  const rows = examples.map(({ features }) =>
    Int32Array.from([0, ...features.flatMap(feature => ids.get(feature) ?? [])]),
  )
  const weights = new Float64Array(ids.size)
  const squares = new Float64Array(ids.size)
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(ids.size)
    for (const [i, { label, worth = 1 }] of examples.entries()) {
      const row = rows[i] as Int32Array
      let sum = 0
      for (const id of row) sum += weights[id] as number
      const error = (1 / (1 + Math.exp(-sum)) - label) * worth
      for (const id of row) slope[id] = (slope[id] as number) + error
    }
    for (let id = 0; id < weights.length; id++) {
      const g = (slope[id] as number) + (id === 0 ? 0 : l2 * (weights[id] as number))
      squares[id] = (squares[id] as number) + g * g
      weights[id] = (weights[id] as number) - (STEP * g) / (Math.sqrt(squares[id] as number) + 1e-6)
    }
  }
  return new Map([...ids].map(([feature, id]) => [feature, weights[id] as number]))
}

function numberFeatures(examples: readonly Example[]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const { features } of examples)
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  const ids = new Map([['bias', 0]])
  for (const [feature, count] of seen) if (count > MOST_FEATURES_OF_ONE) ids.set(feature, ids.size)
  return ids
}

/** Learns from groups of which one is right: learns from all, leaves in each group the likeliest, learns again. */
export function trainGroups(examples: readonly Example[], l2: number): Weights {
  let weights = train(examples, l2)
  for (let round = 0; round < 2; round++) weights = train(leaveLikeliest(examples, weights), l2)
  return weights
}

function leaveLikeliest(examples: readonly Example[], weights: Weights): Example[] {
  const best = new Map<string, { example: Example; p: number }>()
  for (const example of examples) {
    if (example.group === undefined) continue
    const p = probability(weights, example.features)
    if (p > (best.get(example.group)?.p ?? -1)) best.set(example.group, { example, p })
  }
  return examples.filter(
    example => example.group === undefined || best.get(example.group)?.example === example,
  )
}

export function probability(weights: Weights, features: readonly string[]): number {
  const sum = features.reduce(
    (total, feature) => total + (weights.get(feature) ?? 0),
    weights.get('bias') ?? 0,
  )
  return 1 / (1 + Math.exp(-sum))
}

/** Splits names into `parts` parts, the same ones every time: for each name the number of its part. */
export function splitParts(names: Iterable<string>, parts: number): Map<string, number> {
  const sorted = [...new Set(names)].sort((a, b) => hashOf(a) - hashOf(b))
  return new Map(sorted.map((name, i) => [name, i % parts]))
}

function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}
