/** Where rules alone cannot choose: the weights of `lexicon/weights.tsv` over named features. Trained by `npm run train`. */
import type { Sheet } from './sheet.ts'

/** What is chosen: is this draft a claim, does the date of a sentence before hold for it. */
export type Choice = 'keep' | 'date'

export interface Weighed {
  /** Probability, 0 to 1, to three places. */
  readonly weight: number
  /** At or above the threshold that was best on articles left out. */
  readonly isChosen: boolean
  /** The three features that weighed most, with their weights. */
  readonly reason: string
}

/** Weighs features for a choice; features that the table does not have weigh nothing. */
export function weighFeatures(sheet: Sheet, choice: Choice, features: readonly string[]): Weighed {
  const rows = sheet.lexicon.rows.weights
  const valueOf = (feature: string) => Number(rows.get(`${choice}: ${feature}`)?.cells.weight ?? 0)
  const sum = features.reduce((total, feature) => total + valueOf(feature), valueOf('bias'))
  const weight = Math.round(1000 / (1 + Math.exp(-sum))) / 1000
  const heavy = [...features].sort((a, b) => Math.abs(valueOf(b)) - Math.abs(valueOf(a))).slice(0, 3)
  const reason = `${choice}: ${heavy.map(feature => `${feature} ${valueOf(feature).toFixed(2)}`).join(', ')}`
  return { weight, isChosen: weight >= valueOf('threshold'), reason }
}
