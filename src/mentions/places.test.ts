import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../lexicon/builtin.ts'
import { findHits } from '../lexicon/match.ts'
import type { PlaceMention } from '../model.ts'
import { readText } from '../text/text.ts'
import { findMentions } from './mentions.ts'

const lexicon = builtinLexicon()

function readPlaces(text: string): PlaceMention[] {
  const read = readText(text)
  const mentions = findMentions(read, findHits(read, lexicon), { lexicon, published: null, outlet: null })
  return mentions.filter(mention => mention.kind === 'place')
}

const tell = (text: string) => readPlaces(text).map(({ text: words, place }) => `${words}=${place}`)

describe('places', () => {
  it('begins at the kind word and keeps the bare name', () => {
    const text = 'عاد الأهالي إلى حي الحميدية بمدينة دير الزور'
    const [quarter, city] = readPlaces(text)
    expect(quarter).toMatchObject({
      text: 'حي الحميدية',
      kindWord: 'حي',
      place: 'sy-dez-hamidiya',
    })
    expect(text.slice(...(quarter?.name ?? [0, 0]))).toBe('الحميدية')
    expect(city).toMatchObject({ text: 'مدينة دير الزور', place: 'sy-dez-city' })
  })

  it('reads the countryside of a town as a part of it', () => {
    expect(readPlaces('وصلت المياه إلى ريف حلب الجنوبي')[0]).toMatchObject({
      text: 'ريف حلب الجنوبي',
      part: 'countryside south',
    })
  })

  it.each([
    ['هطل المطر على محيط مدينة الرقة', { relation: 'near' }],
    ['هطل المطر شمال شرق مدينة الرقة', { relation: 'near', offset: { km: null, direction: 'north-east' } }],
    ['هطل المطر على بعد 15 كيلومترا شرق مدينة الرقة', { offset: { km: 15, direction: 'east' } }],
    ['هطل المطر في شرق مدينة الرقة', { part: 'east' }],
    ['هطل المطر في شمال العراق', { text: 'شمال العراق' }],
  ])('%s', (text, want) => {
    expect(readPlaces(text)[0]).toMatchObject(want)
  })

  it('leads "the village" back to where it was named, in a table or not', () => {
    const text = 'دخلت القوات قرية تل الزعفران فجرا، ثم وصلت إلى مدينة الرقة. وقصفت القرية مساء'
    const [village, , back] = readPlaces(text)
    expect(back).toMatchObject({ text: 'القرية', place: null, resolved: true, antecedent: village?.span })
    const [town, again] = readPlaces('قصفت أطراف بلدة الأتارب ثم هدأت البلدة')
    expect(again).toMatchObject({ place: town?.place, antecedent: town?.span })
    expect(tell('قال إن القرية هادئة')).toEqual([])
  })

  it('keeps every name of a list, unknown ones too', () => {
    expect(tell('نزح سكان قرى الرمانة والزعرورة وأم التين')).toEqual([
      'الرمانة=null',
      'الزعرورة=null',
      'أم التين=null',
    ])
    expect(tell('نزح سكان بلدتي هجين والزعرورة بريف دير الزور')).toEqual([
      'هجين=sy-dez-hajin',
      'الزعرورة=null',
      'ريف دير الزور=sy-dez-city',
    ])
  })

  it('resolves "the town" by the last one named', () => {
    expect(readPlaces('دخلت الحافلات مدينة منبج. وعاد السكان إلى المدينة').at(-1)).toMatchObject({
      place: 'sy-ale-manbij',
      resolved: true,
    })
  })

  it('takes an ordinary word for a place only where something says so', () => {
    expect(tell('أغلق الحارس الباب بعد المغرب')).toEqual([])
    expect(tell('عاد السكان إلى مدينة الباب')).toEqual(['مدينة الباب=sy-ale-bab'])
  })

  it('reads a border and a land by their adjectives', () => {
    expect(readPlaces('عبرت الشاحنة الأجواء التركية')[0]).toMatchObject({ place: 'tr', part: 'air' })
  })

  it('keeps homonyms open that nothing decides', () => {
    const [mention] = readPlaces('وصل وفد إلى بلدة الطيبة')
    expect(mention?.place).toBeNull()
    expect(mention?.candidates?.length).toBeGreaterThan(1)
  })

  it('decides a homonym by what the sentence names', () => {
    expect(tell('وصل وفد إلى بلدة الطيبة قرب الميادين')[0]).toBe('بلدة الطيبة=sy-dez-tiba')
  })
})
