/** Articles made for the tests of the desk. Outlets and sentences are invented. */
import type { Claim, Source, Span } from '../model.ts'
import { type Made, madeClaim } from '../store/made.contract.ts'

const at = (text: string, piece: string): Span => {
  const start = text.indexOf(piece)
  if (start < 0) throw new Error(`No "${piece}" in the text`)
  return [start, start + piece.length]
}

const TOLD =
  'أنباء عن انسحاب من حي الحميدية\n\nنقلت وكالة سبيدة عن شبكة نخلة الدير أن مصدراً عسكرياً زعم أن قوات الجيش سيطرت على حي الحميدية أمس. وسقط في الحي ستة قتلى.\n\nولم يعرف متى قُصف حي الحميدية.'

const source = (text: string, kind: Source['kind'], cue?: string): Source => ({
  text,
  kind,
  span: at(TOLD, text),
  ...(cue === undefined ? {} : { cue: { span: at(TOLD, cue) } }),
})

const claimOf = (evidence: string, more: Partial<Claim>): Partial<Claim> => ({
  evidence,
  span: at(TOLD, evidence),
  agent: [],
  places: madeClaim().places.map(place => ({ ...place, span: at(TOLD, 'حي الحميدية') })),
  ...more,
})

/** Three tellers and a doubtful word; a nested claim; one without a date; a headline that does not count. */
export const TOLD_BY_THREE: Made = {
  name: 'told',
  text: TOLD,
  published: '2017-11-02',
  claims: [
    claimOf('أنباء عن انسحاب من حي الحميدية', { id: 'h', type: 'lose', optional: true, time: null }),
    claimOf('قوات الجيش سيطرت على حي الحميدية أمس', {
      id: 'a',
      type: 'capture',
      agent: [{ actor: 'syrian-army', text: 'قوات الجيش', span: at(TOLD, 'قوات الجيش') }],
      time: '2017-11-01',
      timeSpan: at(TOLD, 'أمس'),
      timeFrom: 'yesterday, from the date of publication',
      cue: { span: at(TOLD, 'زعم') },
      stance: 'doubted',
      sources: [
        source('مصدراً عسكرياً', 'anonymous', 'زعم'),
        source('شبكة نخلة الدير', 'outlet', 'عن شبكة'),
        source('وكالة سبيدة', 'agency', 'نقلت'),
      ],
      because: ['<source> + said + that + <claim>', 'events/capture'],
      confidence: 0.8,
    }),
    claimOf('وسقط في الحي ستة قتلى', {
      id: 'b',
      type: 'casualties',
      count: { what: 'person', min: 6, max: 6, outcome: ['killed'] },
    }),
    claimOf('قُصف حي الحميدية', { id: 'c', type: 'shelling', time: null }),
  ],
}

const HOSTILE = [
  '<script>globalThis.harmed = 1</script><img src=x onerror="globalThis.harmed = 2">',
  '',
  '<style>body { display: none }</style> \u202eهذا سطر مقلوب </p></div><script src="https://elsewhere.example/x.js"></script>',
  '',
  'سطر بعده \u2067\u2069\u2069 لا ينقلب. {{constructor.constructor("globalThis.harmed = 3")()}}',
].join('\n')

/** An article that tries to run code, to style the page and to turn it round. */
export const HOSTILE_ARTICLE: Made = {
  name: '<b>hostile</b>',
  text: HOSTILE,
  outlet: '"><script>globalThis.harmed = 4</script>',
  claims: [
    { evidence: HOSTILE.slice(0, 40), span: [0, 40], id: '"><i>', because: ['<script>'], sources: [] },
  ],
}

const SENTENCE = 'تقدمت قوات في محيط بلدة ما. '
const MANY = 5000

/** An article with five thousand claims, fifty to a paragraph, some within others. */
export function manyClaims(): Made {
  const paragraph = `${SENTENCE.repeat(50)}\n\n`
  const claims = Array.from({ length: MANY }, (_, i): Partial<Claim> => {
    const start = Math.floor(i / 50) * paragraph.length + (i % 50) * SENTENCE.length
    const end = start + (i % 3 === 0 ? SENTENCE.length * 2 - 2 : SENTENCE.length - 2)
    return {
      id: `n${i}`,
      type: 'advance',
      span: [start, end],
      evidence: SENTENCE.trim(),
      places: [],
      agent: [],
    }
  })
  return { name: 'many', text: paragraph.repeat(MANY / 50), claims }
}

const HARM = '<script>globalThis.harmed = 5</script><style>body{display:none}</style>\u202e\u2066'
const WORDS = 'تقدمت قوات في محيط بلدة ما وقيل إن طريقا قطع '
const LINE = 5_900_000

/** Ten megabytes in one line without a full stop, with scripts, styles, overrides and five thousand claims in it. */
export function longLine(): Made {
  const stretch = `${HARM}${WORDS.repeat(23)}`
  const text = stretch.repeat(Math.ceil(LINE / stretch.length))
  const claims = Array.from({ length: MANY }, (_, i): Partial<Claim> => {
    const start = text.indexOf('تقدمت', Math.floor((i * text.length) / MANY))
    const span: Span = [start, start + 27]
    const evidence = text.slice(...span)
    return { id: `n${i}`, type: 'advance', span, evidence, places: [], agent: [], confidence: 0.5 }
  })
  return { name: 'line', text, claims }
}
