/** Why an article that does not state its date is of which days, as lines of text. */
import type { Dating, DayReason } from '../record/relations.ts'
import type { Store } from '../store/store.ts'
import { type Io, say } from './io.ts'

/** Monday of a week; weekdays are counted from it. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY = 86_400_000

/** The dating of an article whose words are `text`, with its reasons. */
export async function tellDating(
  store: Store,
  io: Io,
  { dating, text }: { dating: Dating; text: string },
): Promise<string> {
  const head =
    dating.published === null ? say(io, 'dating.none') : say(io, 'dating.is', { days: dating.published })
  const others = await nameOthers(store, dating)
  const reasons = dating.reasons.map(reason => tellReason(io, reason, { text, others }))
  return [head, ...reasons, ...(dating.isContradicted ? [say(io, 'dating.contradicted')] : []), ''].join('\n')
}

async function nameOthers(store: Store, { reasons }: Dating): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(reasons.flatMap(({ article }) => article ?? []))
  const found = await Promise.all([...ids].map(article => store.findArticles({ article }, { limit: 1 })))
  const rows = found.flatMap(one => (one.ok ? one.value.items : []))
  return new Map(
    rows.map(({ id, outlet, title, name }) => [
      id,
      [outlet, title ?? name, id.slice(0, 12)].filter(Boolean).join(' · '),
    ]),
  )
}

function tellReason(
  io: Io,
  { kind, days, weekday, span, article, isLeftOut }: DayReason,
  { text, others }: { readonly text: string; readonly others: ReadonlyMap<string, string> },
): string {
  const day = weekday === null ? (days ?? '') : nameWeekday(io, weekday)
  const words = span === null ? '' : ` «${text.slice(...span).replace(/\s+/g, ' ')}»`
  const other = article === null ? '' : ` (${others.get(article) ?? article})`
  const note = isLeftOut ? ` · ${say(io, 'dating.left-out')}` : ''
  return `  ${say(io, `dating.${kind}`)}: ${day}${words}${other}${note}`
}

function nameWeekday({ language }: Io, weekday: number): string {
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + (weekday - 1) * DAY,
  )
}
