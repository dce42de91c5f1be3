/** What is a claim of the article, what is a headline, repeat or flourish, and what is none. */
import { addTo, type Draft } from './draft.ts'
import { findGrammar, findToken, type Sheet } from './sheet.ts'

/** Keeps what is claimed; headlines are kept as optional, what only looks back or sets a purpose is dropped. */
export function keepClaims(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = []
  for (const draft of drafts) {
    if (isHeadline(sheet, draft)) kept.push(addTo(draft, { optional: true, weight: 0.5 }, '<headline>'))
    else if (!isBackdrop(sheet, draft)) kept.push({ ...draft, weight: 0.7 })
  }
  return kept
}

function isHeadline(sheet: Sheet, draft: Draft): boolean {
  return findToken(sheet, draft.from).start < sheet.article.body[0]
}

/** A masdar behind "after" or a preposition, without an agent or a place of its own, brings nothing new. */
function isBackdrop(sheet: Sheet, draft: Draft): boolean {
  if (draft.type === 'statement') return true
  if (!draft.nominal || draft.carrier !== null) return false
  const before =
    draft.from === 0 ? undefined : findGrammar(sheet, draft.from - 1, 'after', 'before', 'cause', 'purpose')
  const isBare = draft.agents.length === 0 && draft.places.length === 0 && (draft.count?.min ?? null) === null
  return isBare || (before !== undefined && draft.places.length === 0 && (draft.count?.min ?? null) === null)
}
