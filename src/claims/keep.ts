/** What is a claim of the article, what is a headline or flourish, and what is none: rules propose, weights choose. */
import { addTo, type Draft } from './draft.ts'
import { findFeatures } from './features.ts'
import { findSentence, findToken, type Sheet } from './sheet.ts'
import { weighFeatures } from './weigh.ts'

/** Keeps what is claimed. Headlines are kept as optional; what only looks back, sets the scene or is no war goes. */
export function keepClaims(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  drafts.forEach((draft, i) => {
    if (draft.type === 'statement' || isRepeat(sheet, draft)) return
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

/** A sentence said word for word before is a headline set twice or a pull quote. */
function isRepeat(sheet: Sheet, draft: Draft): boolean {
  const here = findSentence(sheet, draft.from)
  const words = sheet.text.text.slice(here.span[0], here.span[1])
  if (words.length < 25) return false
  return sheet.text.text.slice(0, here.span[0]).includes(words)
}
