import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../lexicon/builtin.ts'
import { findHits } from '../lexicon/match.ts'
import type { ActorMention } from '../model.ts'
import { readText } from '../text/text.ts'
import { findMentions } from './mentions.ts'

const lexicon = builtinLexicon()

function readActors(text: string, published: string | null = null): ActorMention[] {
  const read = readText(text)
  const mentions = findMentions(read, findHits(read, lexicon), { lexicon, published, outlet: null })
  return mentions.filter(mention => mention.kind === 'actor')
}

const tell = (text: string) => readActors(text).map(({ text: words, actor }) => `${words}=${actor}`)

describe('actors', () => {
  it('gives spans that slice the text, and the bare name within', () => {
    const text = 'انسحب مسلحو تنظيم الدولة من قرية الرمانة فجرا'
    const [mention] = readActors(text)
    expect(mention?.text).toBe('مسلحو تنظيم الدولة')
    expect(text.slice(...(mention?.span ?? [0, 0]))).toBe(mention?.text)
    expect(text.slice(...(mention?.name ?? [0, 0]))).toBe('تنظيم الدولة')
    expect(mention).toMatchObject({ actor: 'isis', force: 'fighter' })
  })

  it.each([
    ['قصفت طائرات تابعة للنظام السوري أطراف القرية', ['طائرات تابعة للنظام السوري=syrian-air-force']],
    ['دخلت ميليشيات إيرانية البلدة ليلا', ['ميليشيات إيرانية=iran-backed-militias']],
    ['استهدفت الغارات الروسية والسورية التل', ['الغارات الروسية=russia', 'السورية=syrian-government']],
    [
      'وصلت قوات النظام وميليشيات موالية لها إلى التل',
      ['قوات النظام=syrian-army', 'ميليشيات موالية لها=pro-government-militias'],
    ],
    ['حلقت طائرات حربية مجهولة فوق الوادي', ['طائرات حربية مجهولة=null']],
    ['رحب الناس بعودة البركة التركية إلى السوق', ['الناس=civilians']],
  ])('%s', (text, want) => {
    expect(tell(text)).toEqual(want)
  })

  it('resolves a short name by the last actor that bears it, and says how', () => {
    const text = 'أعلن تنظيم الدولة انسحابه من القرية. وقال سكان إن التنظيم فخخ الجسر'
    expect(readActors(text).at(-1)).toMatchObject({ text: 'التنظيم', actor: 'isis', how: 'short name' })
  })

  it('resolves "the latter" by gender, and says how', () => {
    const text = 'هاجم الجيش السوري مواقع قسد فردت الأخيرة ثم انسحب الأخير'
    expect(readActors(text).slice(-2)).toMatchObject([
      { text: 'الأخيرة', actor: 'sdf', how: 'latter' },
      { text: 'الأخير', actor: 'syrian-army', how: 'latter' },
    ])
  })

  it.each([
    ['an adjective', 'كانت المعركة الأخيرة بين قسد وداعش قصيرة'],
    ['a town named since', 'دخلت قسد مدينة الرقة بعد تدمير الأخيرة'],
    ['nobody before it', 'وكانت الأخيرة قد نفت ذلك'],
  ])('leaves "the latter" alone where it is %s', (_, text) => {
    expect(readActors(text).filter(({ text: words }) => words === 'الأخيرة')).toEqual([])
  })

  it('makes two mentions of "the two sides"', () => {
    const text = 'اشتبكت قسد مع داعش ثم انسحب الطرفان'
    expect(readActors(text).slice(-2)).toMatchObject([
      { text: 'الطرفان', actor: 'sdf', how: 'latter' },
      { text: 'الطرفان', actor: 'isis', how: 'latter' },
    ])
  })

  it('keeps the whole wording of a battalion that has no row', () => {
    expect(tell('انسحب لواء صقور الوادي من التلة')).toEqual(['لواء صقور الوادي=null'])
  })

  it('resolves forces with a pronoun', () => {
    const text = 'قال الجيش العراقي إن قواته أمنت الطريق'
    expect(readActors(text).at(-1)).toMatchObject({ text: 'قواته', actor: 'iraq', how: 'pronoun' })
  })

  it('names the army of a government beside it, and the row that says which side speaks so', () => {
    expect(readActors('قصف نظام الأسد التل')[0]).toMatchObject({
      actor: 'syrian-government',
      row: 'syrian-government:opposition',
      military: 'syrian-army',
    })
  })

  it('counts the members of an alliance one by one', () => {
    expect(tell('شن العدوان الأميركي البريطاني غارة على الجبل')).toEqual([
      'العدوان الأميركي البريطاني=us',
      'العدوان الأميركي البريطاني=uk',
    ])
  })

  it('leaves a short name out that nothing in the text explains', () => {
    expect(tell('تحسنت الحركة في الأسواق بعد المطر')).toEqual([])
  })

  it('finds the outlet after a word for its trade and the bearer of a title', () => {
    const read = readText('قال مراسل قناة الميادين إن الناطق باسم الجيش اللبناني حضر')
    const mentions = findMentions(read, findHits(read, lexicon), { lexicon, published: null, outlet: null })
    expect(mentions.find(({ kind }) => kind === 'outlet')).toMatchObject({ outlet: 'almayadeen' })
    expect(mentions.find(({ kind }) => kind === 'person')).toMatchObject({ actor: 'lebanon' })
  })
})
