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
  const items = readLines<Item>('weekday-dates/items.jsonl.gz')
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
  printTable('weekday-dates: the day is the labelled one', rows)
}

function findDay(item: Item, found: readonly Found[]): string | null {
  const at = item.context.indexOf(item.surface)
  const end = at + item.surface.length
  const hit = found.find(({ span }) => span[0] < end && span[1] > at && span[1] >= end)
  return hit === undefined || hit.first !== hit.last ? null : hit.first
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
