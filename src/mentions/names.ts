/** Of overlapping names the longest stands: "مجلس دير الزور العسكري" is one actor and no place. */
import type { Hit } from '../lexicon/match.ts'

const NAMING: ReadonlySet<string> = new Set(['actors', 'places', 'outlets'])

/** Hits of the tables that name things, leftmost and longest first, without overlaps; rows for the same words stay together. */
export function chooseNames(hits: readonly Hit[]): Hit[] {
  const names: Hit[] = []
  let end = 0
  let from = -1
  for (const hit of hits) {
    if (!NAMING.has(hit.row.table)) continue
    const isSame = hit.from === from && hit.to === end
    if (hit.from < end && !isSame) continue
    names.push(hit)
    from = hit.from
    end = hit.to
  }
  return names
}
