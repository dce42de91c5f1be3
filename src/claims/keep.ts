/** What is a claim of the article, what is a headline or flourish, and what is none: rules propose, weights choose. */
import { addTo, type Draft } from './draft.ts'
import { findFeatures } from './features.ts'
import { findSentence, findToken, type Sheet } from './sheet.ts'

/** Below this a draft is no claim. Chosen by `npm run train` on articles left out, for the best F1 of `found`. */
const THRESHOLD = 'threshold'
const BIAS = 'bias'

/** Keeps what is claimed. Headlines are kept as optional; what only looks back, sets the scene or is no war goes. */
export function keepClaims(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  const weights = sheet.lexicon.rows.weights
  const valueOf = (feature: string) => Number(weights.get(feature)?.cells.weight ?? 0)
  const threshold = Number(weights.get(THRESHOLD)?.cells.weight ?? 0)
  const kept: Draft[] = []
  drafts.forEach((draft, i) => {
    const features = findFeatures(sheet, drafts, i)
    const weight = weigh(features.reduce((sum, feature) => sum + valueOf(feature), valueOf(BIAS)))
    if (draft.type === 'statement' || isRepeat(sheet, draft)) return
    if (isHeadline(sheet, draft)) kept.push(addTo(draft, { optional: true, weight }, '<headline>'))
    else if (weight >= threshold) kept.push(addTo(draft, { weight }, explain(features, valueOf)))
  })
  return kept
}

/** Logistic function: from a sum of weights to a probability. */
function weigh(sum: number): number {
  return Math.round((1000 * 1) / (1 + Math.exp(-sum))) / 1000
}

/** The three features that weighed most, with their weights. */
function explain(features: readonly string[], valueOf: (feature: string) => number): string {
  const heavy = [...features].sort((a, b) => Math.abs(valueOf(b)) - Math.abs(valueOf(a))).slice(0, 3)
  return `weights: ${heavy.map(feature => `${feature} ${valueOf(feature).toFixed(2)}`).join(', ')}`
}

/** True for what stands before the body. */
export function isHeadline(sheet: Sheet, draft: Draft): boolean {
  return findToken(sheet, draft.from).start < sheet.article.body[0]
}

/** A sentence said word for word before is a headline set twice or a pull quote. */
function isRepeat(sheet: Sheet, draft: Draft): boolean {
  const here = findSentence(sheet, draft.from)
  const words = sheet.text.text.slice(here.span[0], here.span[1])
  if (words.length < 25) return false
  return sheet.text.text.slice(0, here.span[0]).includes(words)
}
