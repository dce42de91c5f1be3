/** What is a claim of the article, what is a headline or flourish, and what is none: rules propose, weights choose. */
import { findRegionAt } from '../article/regions.ts'
import type { RegionKind } from '../model.ts'
import { addTo, type Draft } from './draft.ts'
import { findFeatures } from './features.ts'
import { findSentence, findToken, type Sheet } from './sheet.ts'
import { weighFeatures } from './weigh.ts'

const FURNITURE: ReadonlySet<RegionKind> = new Set([
  'menu',
  'related',
  'comments',
  'counter',
  'caption',
  'credit',
  'dateline',
])

const SHORTEST = 25

/** Keeps what is claimed. Headlines are kept as optional; what only looks back, sets the scene or is no war goes. */
export function keepClaims(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  const repeats = findRepeats(sheet)
  drafts.forEach((draft, i) => {
    if (
      draft.type === 'statement' ||
      repeats.has(findSentence(sheet, draft.from).index) ||
      isFurniture(sheet, draft)
    )
      return
    const { weight, isChosen, reason } = weighFeatures(sheet, 'keep', findFeatures(sheet, drafts, i))
    if (isHeadline(sheet, draft)) kept.push(addTo(draft, { optional: true, weight }, '<headline>'))
    else if (isChosen) kept.push(addTo(draft, { weight }, reason))
  })
  return kept
}

/** True for what stands before the body. */
export function isHeadline(sheet: Sheet, draft: Draft): boolean {
  return findToken(sheet, draft.from).start < sheet.article.body[0]
}

/** True for words of another story, a menu or a reader's comment that stand between the headline and the end of the body. */
function isFurniture(sheet: Sheet, draft: Draft): boolean {
  const region = findRegionAt(sheet.article, findToken(sheet, draft.from).start)
  return region !== null && FURNITURE.has(region)
}

/** A sentence said word for word before is a headline set twice or a pull quote. */
function findRepeats(sheet: Sheet): ReadonlySet<number> {
  const seen = new Set<string>()
  const repeats = new Set<number>()
  for (const sentence of sheet.text.sentences) {
    const words = sheet.text.text.slice(sentence.span[0], sentence.span[1])
    if (words.length < SHORTEST) continue
    if (seen.has(words)) repeats.add(sentence.index)
    seen.add(words)
  }
  return repeats
}
