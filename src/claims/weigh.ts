/** Where rules alone cannot choose: the weights of `lexicon/weights.tsv` over named features. Trained by `npm run train`. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Sheet } from './sheet.ts'

/** What is chosen: is this draft a claim, does the day of a sentence before hold for it, who did it, who suffered it, where
 * was it, does that place only hold the one where it was. */
export const CHOICES = ['keep', 'date', 'doer', 'target', 'place', 'container'] as const
export type Choice = (typeof CHOICES)[number]

export interface Weighed {
  /** Probability, 0 to 1, to three places. */
  readonly weight: number
  /** At or above the threshold that was best on articles left out. */
  readonly isChosen: boolean
  /** The three features that weighed most, with their weights. */
  readonly reason: string
}

type Weights = ReadonlyMap<string, number>
const compiled = new WeakMap<Lexicon, Readonly<Record<Choice, Weights>>>()

/** The weights of each choice by feature, read from the table once a lexicon. */
function readWeights(lexicon: Lexicon): Readonly<Record<Choice, Weights>> {
  const known = compiled.get(lexicon)
  if (known !== undefined) return known
  const table = () => new Map<string, number>()
  const weights = {
    keep: table(),
    date: table(),
    doer: table(),
    target: table(),
    place: table(),
    container: table(),
  }
  for (const { id, cells } of lexicon.tables.weights) {
    const choice = CHOICES.find(name => id.startsWith(`${name}: `))
    if (choice !== undefined) weights[choice].set(id.slice(choice.length + 2), Number(cells.weight ?? 0))
  }
  compiled.set(lexicon, weights)
  return weights
}

/** A threshold of a choice: `''`, ` of another` beside the first, ` of one strung on`. */
export function findThreshold(sheet: Sheet, choice: Choice, name: string): number {
  return readWeights(sheet.lexicon)[choice].get(`threshold${name}`) ?? 1
}

/** Weighs features for a choice; features that the table does not have weigh nothing. */
export function weighFeatures(sheet: Sheet, choice: Choice, features: readonly string[]): Weighed {
  const weights = readWeights(sheet.lexicon)[choice]
  const worth = (feature: string) => weights.get(feature) ?? 0
  const sum = features.reduce((total, feature) => total + worth(feature), worth('bias'))
  const weight = Math.round(1000 / (1 + Math.exp(-sum))) / 1000
  const isChosen = weight >= worth('threshold')
  return { weight, isChosen, reason: isChosen ? explainWeights(choice, features, worth) : choice }
}

function explainWeights(
  choice: Choice,
  features: readonly string[],
  worth: (feature: string) => number,
): string {
  const heavy = [...features].sort((a, b) => Math.abs(worth(b)) - Math.abs(worth(a))).slice(0, 3)
  return `${choice}: ${heavy.map(feature => `${feature} ${worth(feature).toFixed(2)}`).join(', ')}`
}
