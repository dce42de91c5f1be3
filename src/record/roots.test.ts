import { describe, expect, it } from 'vitest'
import type { Claim, Source } from '../model.ts'
import { findRoot } from './roots.ts'

const source = (text: string, kind: Source['kind'], actor: string | null = null): Source => ({
  text,
  kind,
  actor,
  span: [0, 1],
})
const claim = (...sources: Source[]) => ({ sources }) as unknown as Claim

describe('findRoot', () => {
  it('is the outlet where nobody is named', () => {
    expect(findRoot(claim(), 'example')).toMatchObject({ key: 'outlet:example', kind: 'own' })
  })

  it('is who says it, not who passes it on', () => {
    const root = findRoot(
      claim(
        source('المتحدث', 'official', 'example-army'),
        source('وكالة المثال', 'agency', 'example-agency'),
      ),
      'example',
    )
    expect(root).toMatchObject({ key: 'actor:example-army', kind: 'official' })
  })

  it('keeps nameless sources with whoever passes their word on, however many outlets carry it', () => {
    const told = claim(source('مصدر عسكري', 'anonymous'), source('وكالة المثال', 'agency', 'example-agency'))
    expect(findRoot(told, 'one').key).toBe(findRoot(told, 'other').key)
    const bare = claim(source('مصدر عسكري', 'anonymous'))
    expect(findRoot(bare, 'one').key).not.toBe(findRoot(bare, 'other').key)
  })
})
