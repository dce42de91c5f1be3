import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'styles', 'tokens.css'), 'utf8')

/** The colours of a theme; dark ones stand over light ones. */
function readTokens(theme: 'light' | 'dark'): Map<string, string> {
  const blocks = theme === 'light' ? [':root {'] : [':root {', ':root[data-theme="dark"] {']
  const pairs = blocks.flatMap(head => {
    const from = css.indexOf(head)
    return [...css.slice(from, css.indexOf('}', from)).matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)]
  })
  return new Map(pairs.map(([, name = '', colour = '']) => [name, colour]))
}

/** WCAG's contrast of two colours. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const pairs = (inks: string[], grounds: string[]) =>
  inks.flatMap(ink => grounds.map(ground => [ink, ground] as const))

describe.each(['light', 'dark'] as const)('%s', theme => {
  const tokens = readTokens(theme)
  const colour = (name: string) => tokens.get(name) ?? ''

  it.each([
    ...pairs(['ink', 'ink-2', 'ink-3', 'rubric'], ['paper', 'surface', 'sunken', 'select']),
    ...pairs(['ink'], ['hit', 'land']),
    ...pairs(['ink-inv'], ['ink']),
  ])('text %s on %s has 4.5:1', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ...pairs(['gov', 'isis', 'sdf', 'irq', 'opp', 'other', 'focus'], ['paper', 'surface']),
    ...pairs(
      ['f-territory', 'f-combat', 'f-harm', 'f-force', 'f-talks', 'f-life', 'f-words'],
      ['paper', 'select'],
    ),
  ])('mark %s on %s has 3:1', (mark, ground) => {
    expect(contrast(colour(mark), colour(ground))).toBeGreaterThanOrEqual(3)
  })
})
