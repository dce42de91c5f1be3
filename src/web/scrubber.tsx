/** The days of the record along one axis, with how many claims speak of each, and the day that is looked at. */
import { memo, useMemo } from 'react'
import { dayNumber, dayOf, tellDate } from './dates.ts'
import { useWords } from './words.ts'

interface DayCount {
  readonly day: string
  readonly claims: number
}

const BARS = 160
/** Days before and after which hardly anything is said are left out: background goes back for decades, what is to come does not go far. */
const TAIL = { before: 0.03, after: 0.005 }

interface Span {
  readonly first: number
  readonly last: number
}

/** The days between the first and the last but the thin tails, which years-old background makes. */
export function spanOf(days: readonly DayCount[]): Span | undefined {
  const total = days.reduce((sum, { claims }) => sum + claims, 0)
  let seen = 0
  let first: number | undefined
  for (const { day, claims } of days) {
    seen += claims
    if (first === undefined && seen > total * TAIL.before) first = dayNumber(day)
    if (first !== undefined && seen >= total * (1 - TAIL.after))
      return { first, last: Math.max(first + 1, dayNumber(day)) }
  }
  return undefined
}

interface ScrubberProps {
  readonly days: readonly DayCount[]
  readonly day: string
  /** While it moves. */
  readonly move: (day: string) => void
  /** Once it rests. */
  readonly rest: (day: string) => void
}

/** A slider over the days: arrows go by a day, Page Up and Page Down by more. It has no play button. */
export function Scrubber({ days, day, move, rest }: ScrubberProps) {
  const words = useWords()
  const span = useMemo(() => spanOf(days), [days])
  const bars = useMemo(() => (span === undefined ? [] : countBars(days, span)), [days, span])
  if (span === undefined) return null
  const read = (value: string) => dayOf(Number(value))
  return (
    <div className="scrubber">
      <Bars bars={bars} />
      <input
        type="range"
        min={span.first}
        max={span.last}
        value={Math.min(span.last, Math.max(span.first, dayNumber(day)))}
        aria-label={words.t('ui.scrubber')}
        aria-valuetext={tellDate(words, day)}
        onChange={event => move(read(event.target.value))}
        onPointerUp={event => rest(read(event.currentTarget.value))}
        onKeyUp={event => rest(read(event.currentTarget.value))}
      />
      <p className="ends">
        <span>{tellDate(words, dayOf(span.first))}</span>
        <output>{tellDate(words, day)}</output>
        <span>{tellDate(words, dayOf(span.last))}</span>
      </p>
    </div>
  )
}

/** How many claims speak of the days of each bar, by its root, so that few are seen beside many. */
const Bars = memo(function Bars({ bars }: { readonly bars: readonly number[] }) {
  const most = Math.max(1, ...bars)
  return (
    <div className="bars" aria-hidden="true">
      {bars.map((count, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
        <i key={i} style={{ blockSize: `${(100 * Math.sqrt(count)) / Math.sqrt(most)}%` }} />
      ))}
    </div>
  )
})

function countBars(days: readonly DayCount[], { first, last }: Span): number[] {
  const bars = new Array<number>(Math.min(BARS, last - first + 1)).fill(0)
  for (const { day, claims } of days) {
    const at = Math.floor(((dayNumber(day) - first) * bars.length) / (last - first + 1))
    if (at >= 0 && at < bars.length) bars[at] = (bars[at] ?? 0) + claims
  }
  return bars
}
