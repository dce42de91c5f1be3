import { describe, expect, it } from 'vitest'
import { cutSegments, nextClaim, packLanes } from './segments.ts'

const claim = (start: number, end: number) => ({ span: [start, end] as const })

describe('packLanes', () => {
  it('gives overlapping claims lanes of their own, the longer one first', () => {
    expect(packLanes([claim(0, 9), claim(4, 6), claim(10, 12)])).toEqual([0, 1, 0])
    expect(packLanes([claim(2, 4), claim(2, 8)])).toEqual([1, 0])
    expect(packLanes([])).toEqual([])
  })

  it('never lets two claims of a lane overlap', () => {
    const claims = Array.from({ length: 200 }, (_, i) =>
      claim((i * 37) % 100, ((i * 37) % 100) + 1 + ((i * 11) % 23)),
    )
    const lanes = packLanes(claims)
    const clashes = claims.flatMap((a, i) =>
      claims.filter(
        (b, j) => i < j && lanes[i] === lanes[j] && a.span[0] < b.span[1] && b.span[0] < a.span[1],
      ),
    )
    expect(clashes).toEqual([])
  })
})

describe('cutSegments', () => {
  it('cuts at every border of claims and of who says', () => {
    const pieces = cutSegments([0, 5], [claim(1, 3)], [[2, 4]])
    expect(pieces.map(({ start, end, claims, isWho }) => [start, end, claims.join(), isWho])).toEqual([
      [0, 1, '', false],
      [1, 2, '0', false],
      [2, 3, '0', true],
      [3, 4, '', true],
      [4, 5, '', false],
    ])
  })

  it('leaves no gap and names the shortest claim first', () => {
    const pieces = cutSegments([10, 30], [claim(5, 40), claim(12, 20), claim(15, 18)], [])
    expect(pieces.map(({ start, end }) => [start, end])).toEqual([
      [10, 12],
      [12, 15],
      [15, 18],
      [18, 20],
      [20, 30],
    ])
    expect(pieces[2]?.claims).toEqual([2, 1, 0])
  })
})

describe('nextClaim', () => {
  it('goes from the shortest outward and round again', () => {
    expect([nextClaim([4, 2], null), nextClaim([4, 2], 4), nextClaim([4, 2], 2)]).toEqual([4, 2, 4])
    expect(nextClaim([], null)).toBeUndefined()
  })
})
