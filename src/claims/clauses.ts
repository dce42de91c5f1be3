/** Where the clause of a trigger begins and ends: at the words that open another clause, and at stops. */
import { COLON, PARAGRAPH, SEMICOLON } from '../text/units.ts'
import { findGrammar, findSentence, findToken, type Sheet } from './sheet.ts'

const LONGEST = 40

/**
 * The tokens around `[from, to)` that belong to its clause. A comma does not end it, for Arabic news sets commas before
 * places and times; a subordinator, another trigger's verb or a semicolon does.
 */
export function findClause(sheet: Sheet, from: number, to: number): readonly [number, number] {
  const sentence = findSentence(sheet, from)
  let start = from
  while (start > sentence.from && from - start < LONGEST && !isOpening(sheet, start)) start--
  let end = to
  while (end < sentence.to && end - to < LONGEST && !isOpening(sheet, end)) end++
  return [start, end]
}

/** True where a new clause begins at a token: "فيما", "التي", "أن", a semicolon. */
function isOpening(sheet: Sheet, token: number): boolean {
  if (findToken(sheet, token).gap & (COLON | SEMICOLON | PARAGRAPH)) return true
  return findGrammar(sheet, token, 'that', 'clause', 'relative') !== undefined
}
