/** Numbers drawn at random, the same in every run. */
export interface Draw {
  /** A number from 0 up to 1. */
  (): number
  /** A whole number from 0 up to `below`. */
  below(count: number): number
  /** True with a chance. */
  isTrue(chance: number): boolean
  /** A rank from 0 up to `count`, the chance of each falling with its rank (Zipf): the first of 3,000 comes up in 9 of 100. */
  rank(count: number): number
  /** One of a list, each as likely. */
  one<T>(list: readonly T[]): T
}

/** Draws from a seed: mulberry32 (Tommy Ettinger, public domain). */
export function startDraw(seed: number): Draw {
  let state = seed >>> 0
  const draw = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(draw() * count)
  return Object.assign(draw, {
    below,
    isTrue: (chance: number) => draw() < chance,
    rank: (count: number) => Math.min(count - 1, Math.floor(Math.exp(draw() * Math.log(count + 1)) - 1)),
    one: <T>(list: readonly T[]) => list[below(list.length)] as T,
  })
}
