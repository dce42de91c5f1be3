/** Relative dates in dated news: what day each is, against the labels. */
import { type Found, findChrono, findOurs, percent, printTable, readLines } from './data.ts'

interface Item {
  readonly published: string
  readonly surface: string
  readonly expected: string
  readonly kind: string
  readonly context: string
}

/** Prints the share of right days by kind, for both readers. */
export function printWeekdays(isWrongListed: boolean): void {
  const items = readLines<Item>('weekday-dates/items.jsonl.gz').map(item => ({
    ...item,
    kind: findKind(item),
  }))
  const kinds = [...new Set(items.map(item => item.kind))]
  const rows = kinds.map(kind => {
    const own = items.filter(item => item.kind === kind)
    const wrong = own.filter(
      item => findDay(item, findOurs(item.context, item.published.slice(0, 10), 'news')) !== item.expected,
    )
    const chrono = own.filter(
      item => findDay(item, findChrono(item.context, item.published)) === item.expected,
    )
    if (isWrongListed) listWrong(kind, wrong)
    return {
      kind,
      items: own.length,
      hasab: percent(own.length - wrong.length, own.length),
      'chrono.ar': percent(chrono.length, own.length),
    }
  })
  printTable('weekday-dates: the day is the labelled one', [...rows, ...readCut(items)])
}

const WITH_DATE = ', with a written date'
const COMING = ', after a verb of what is to come'

function findKind(item: Item): string {
  if (hasOwnDate(item)) return `${item.kind}${WITH_DATE}`
  return item.kind === 'bare-weekday' && isComing(item) ? `${item.kind}${COMING}` : item.kind
}

/** The label of a bare weekday is the last one even after a verb of what is to come: those stand in rows of their own. */
function isComing(item: Item): boolean {
  return findOurs(cutOff(item), item.published.slice(0, 10), 'news').some(
    ({ how, span }) => how.includes('coming') && !how.startsWith('until') && span[1] >= cutOff(item).length,
  )
}

function cutOff({ context, surface }: Item): string {
  return context.slice(0, context.indexOf(surface) + surface.length)
}

const WRITTEN =
  /^[^\p{L}\p{N}]{0,3}(?:في |الموافق |بتاريخ |ال[ـ]*\s?)*[^\p{L}]{0,2}(?:\d{1,2}|السابع)\s?(?:من )?[/\p{L}]/u

/** A bare weekday before its written date is labelled with the last such weekday all the same: the label is wrong. */
function hasOwnDate(item: Item): boolean {
  const at = item.context.indexOf(item.surface) + item.surface.length
  return item.kind === 'bare-weekday' && WRITTEN.test(item.context.slice(at, at + 24))
}

/** All bare weekdays with the text cut off after them, so that no written date can follow: the labels' own question. */
function readCut(items: readonly Item[]): Record<string, string | number>[] {
  const bare = items.filter(item => item.kind.startsWith('bare-weekday'))
  const written = bare
    .filter(({ kind }) => kind.endsWith(WITH_DATE))
    .map(item => ({ ...item, expected: findWritten(item) }))
  const lists = {
    'bare-weekday, text cut off after it': bare.filter(item => !isComing(item)),
    [`the same${COMING}`]: bare.filter(isComing),
    [`the same${COMING}, against the written date`]: written.filter(isComing),
  }
  return Object.entries(lists).map(([kind, list]) => {
    const cut = list.map(item => ({ ...item, context: cutOff(item) }))
    const right = (find: (item: Item) => readonly Found[]) =>
      percent(cut.filter(item => findDay(item, find(item)) === item.expected).length, cut.length)
    return {
      kind,
      items: cut.length,
      hasab: right(item => findOurs(item.context, item.published.slice(0, 10), 'news')),
      'chrono.ar': right(item => findChrono(item.context, item.published)),
    }
  })
}

/** The day that is written after a weekday. */
function findWritten(item: Item): string {
  return findDay(item, findOurs(item.context, item.published.slice(0, 10), 'news')) ?? ''
}

/** Of "since yesterday Tuesday" and "until today" the end that the words name. */
function findDay(item: Item, found: readonly Found[]): string | null {
  const at = item.context.indexOf(item.surface)
  const end = at + item.surface.length
  const hit = found.find(({ span }) => span[0] < end && span[1] > at && span[1] >= end)
  if (hit === undefined) return null
  return hit.last === item.expected ? hit.last : (hit.first ?? hit.last)
}

function listWrong(kind: string, wrong: readonly Item[]): void {
  for (const item of wrong.slice(0, 60)) {
    const found = findOurs(item.context, item.published.slice(0, 10), 'news')
    const at = item.context.indexOf(item.surface)
    const words = item.context
      .slice(Math.max(0, at - 15), at + item.surface.length + 30)
      .replaceAll('\n', ' ')
    console.log(
      `${kind} | ${item.published.slice(0, 16)} | want ${item.expected} got ${findDay(item, found)} | ${words}`,
    )
  }
}
