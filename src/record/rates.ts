/** Rates with what so few cases leave open. */

/** So many of so many, the share, and its 95 % interval. */
export interface Rate {
  readonly count: number
  readonly of: number
  /** 0 to 1; 0 of none is 0. */
  readonly share: number
  readonly low: number
  readonly high: number
}

/** The normal quantile of 95 %, both sides. */
const Z = 1.96

/**
 * A rate with Wilson's interval, which holds for few cases and for shares near 0 and 1; of none it is 0 to 1.
 *
 *     findRate(8, 10) → { share: 0.8, low: 0.49, high: 0.94 }
 */
export function findRate(count: number, of: number): Rate {
  if (of === 0) return { count, of, share: 0, low: 0, high: 1 }
  const share = count / of
  const scale = 1 + Z ** 2 / of
  const middle = (share + Z ** 2 / (2 * of)) / scale
  const reach = (Z / scale) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))
  // Rounding must not put the share outside its own interval.
  return {
    count,
    of,
    share,
    low: Math.max(0, Math.min(share, middle - reach)),
    high: Math.min(1, Math.max(share, middle + reach)),
  }
}
