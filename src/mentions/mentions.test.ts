/** What names cost: looks at tokens and cells are counted, not seconds. */
import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../lexicon/builtin.ts'
import { compileLexicon, type Tables } from '../lexicon/lexicon.ts'
import { findHits } from '../lexicon/match.ts'
import { type Row, TABLE_NAMES } from '../lexicon/tables.ts'
import { readText } from '../text/text.ts'
import { findMentions } from './mentions.ts'

let looks = 0

/** The same thing, with every look at its members counted. */
function counted<Thing extends object>(thing: Thing): Thing {
  return new Proxy(thing, {
    get(target, key, receiver) {
      looks++
      return Reflect.get(target, key, receiver)
    },
  })
}

const { tables } = builtinLexicon()
const rows = (name: keyof Tables): Row[] =>
  tables[name].map(row => ({ ...row, cells: counted({ ...row.cells }) }))
const seenTables = {} as Record<keyof Tables, Row[]>
for (const name of TABLE_NAMES) seenTables[name] = rows(name)
const lexicon = compileLexicon(seenTables)

function countLooks(words: string): number {
  const text = readText(words)
  const hits = findHits(text, lexicon)
  looks = 0
  const seen = { ...text, tokens: counted(text.tokens as object) as typeof text.tokens }
  findMentions(seen, hits, { lexicon, published: '2017-11-01', outlet: null })
  return looks
}

const HOSTILE = {
  'short names without an owner': 'الحركة والتنظيم ',
  'short names, one owner far ahead': 'داعش والتنظيم والجيش ',
  'states joined by and': 'لبنان وتركيا ومصر ',
  'the town, and no town': 'المطار والمعبر والسد ',
  'places and distances': 'قرية الهيشة على بعد 10 كم من حلب ',
  'forces of forces': 'قوات وحدات ',
  'persons and titles': 'وزير الدفاع الروسي الناطق باسم ',
  'the latter, and nobody fits': 'الجيش السوري الأخيرة ',
  'the latter after towns': 'قسد دخلت حلب الأخيرة ',
  'both sides of one side': 'داعش الطرفان ',
  'armies of no country': 'قال الجيش ',
  'battalions of battalions': 'لواء كتيبة صقور ',
  'adjectives without end': 'غارات روسية وتركية ',
} as const

describe('a hostile text costs what its length costs', () => {
  for (const [name, words] of Object.entries(HOSTILE)) {
    it(name, () => {
      const size = 600
      countLooks(words.repeat(size))
      const once = countLooks(words.repeat(size))
      const twice = countLooks(words.repeat(size * 2))
      expect(twice / once).toBeLessThan(2.1)
    })
  }

  it('a chain of names is as deep as it is long, and the reader is not', () => {
    expect(() => countLooks(`لبنان ${'وتركيا '.repeat(50_000)}`)).not.toThrow()
  })
})
