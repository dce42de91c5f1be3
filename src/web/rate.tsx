/** A rate as a person can weigh it: so many of so many, with the interval that so few cases leave open. */
import type { OutletPage } from '../server/lensApi.ts'
import { useWords } from './words.ts'

/** So many of so many, the share, and its 95 % interval. */
export type Rate = OutletPage['roots'][number]['share']

/** Under so many cases a percentage says less than its interval. */
const FEW = 20

const percent = (share: number) => Math.round(share * 100)

/** "9 of 13, between 42 and 87%"; with many cases the share stands before its interval. */
export function RateText({ rate }: { readonly rate: Rate }) {
  const { t, number } = useWords()
  const values = {
    count: number(rate.count),
    of: number(rate.of),
    share: number(percent(rate.share)),
    low: number(percent(rate.low)),
    high: number(percent(rate.high)),
  }
  return <span className="rate-text">{t(rate.of < FEW ? 'ui.rate.few' : 'ui.rate', values)}</span>
}

interface BarProps {
  readonly rate: Rate
  /** The share of the others, where it is compared: a hollow mark. */
  readonly others?: number | null
}

/** The interval as a line, the share as a dot, the others' share as a ring. The text beside it says the same. */
export function RateBar({ rate, others = null }: BarProps) {
  return (
    <span className="rate-bar" aria-hidden="true">
      <i
        className="reach"
        style={{
          insetInlineStart: `${percent(rate.low)}%`,
          inlineSize: `${percent(rate.high) - percent(rate.low)}%`,
        }}
      />
      {others !== null && <i className="ring" style={{ insetInlineStart: `${percent(others)}%` }} />}
      <i className="dot" style={{ insetInlineStart: `${percent(rate.share)}%` }} />
    </span>
  )
}
