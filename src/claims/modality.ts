/** Whether it is said to have happened, to be planned, to be possible, or not to have happened. */
import { AND, TO, WILL } from '../lexicon/clitics.ts'
import type { ClaimType, Modality } from '../model.ts'
import { COLON, COMMA, OPEN_QUOTE, PLAIN_QUOTE, SEMICOLON, STOP } from '../text/units.ts'
import { addTo, type Draft } from './draft.ts'
import { isAnd } from './grammar.ts'
import { findGrammar, findSentence, findToken, type Sheet, within } from './sheet.ts'

interface Rule {
  readonly name: string
  readonly example: string
  readonly modality: Modality
  readonly is: (sheet: Sheet, draft: Draft) => boolean
}

/** In order; the first that holds decides. */
const RULES: readonly Rule[] = [
  { name: 'not + <claim>', example: 'لم تدخل القوات البلدة', modality: 'negated', is: isNegated },
  {
    name: 'tries to + <claim>',
    example: 'تحاول القوات السيطرة على البلدة',
    modality: 'planned',
    is: isTried,
  },
  { name: '<claim> + not', example: 'الانفجار لم يحدث في المطار', modality: 'negated', is: isDenied },
  { name: '<claim> + will', example: 'المؤتمر سيعقد في المدينة', modality: 'planned', is: isToCome },
  { name: 'will + <claim>', example: 'ستبدأ القوات عملية في البلدة', modality: 'planned', is: isFuture },
  {
    name: 'intends + <claim>',
    example: 'تعتزم القوات اقتحام البلدة',
    modality: 'planned',
    is: hasWord('planned', 7),
  },
  { name: 'may + <claim>', example: 'قد تنسحب القوات من البلدة', modality: 'possible', is: isMaybe },
  {
    name: 'possibly + <claim>',
    example: 'يمكن أن تنسحب القوات',
    modality: 'possible',
    is: hasWord('possible', 5),
  },
  { name: 'in order to + <claim>', example: 'بهدف السيطرة على البلدة', modality: 'planned', is: isPurpose },
]

/** Gives every draft its modality; `asserted` where nothing says otherwise. */
export function resolveModality(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  const done: Draft[] = []
  for (const draft of drafts) {
    const rule = RULES.find(one => one.is(sheet, draft))
    if (rule !== undefined) done.push(addTo(draft, { modality: rule.modality }, rule.name))
    else done.push(inheritModality(sheet, draft, done.at(-1)))
  }
  return done
}

/** Tokens between a noun and the verb that says of it that it will be, or was not. */
const PREDICATE_WITHIN = 6

/** The verb behind a noun that is its subject: "استعادة البلدة ستتم"; past a place or a name, not past a comma or another clause. */
function hasPredicate(sheet: Sheet, draft: Draft, is: (token: number) => boolean): boolean {
  if (!draft.nominal || draft.carrier !== null) return false
  const end = Math.min(findSentence(sheet, draft.from).to, draft.to + PREDICATE_WITHIN)
  for (let token = draft.to; token < end; token++) {
    if ((findToken(sheet, token).gap & ENDS) !== 0) return false
    if (findGrammar(sheet, token, 'relative', 'clause', 'that', 'cause', 'preposition') !== undefined)
      return false
    if (is(token)) return true
  }
  return false
}

const ENDS = COMMA | STOP | COLON | SEMICOLON | OPEN_QUOTE | PLAIN_QUOTE

/** "المؤتمر سيعقد": what is said of it lies ahead. */
function isToCome(sheet: Sheet, draft: Draft): boolean {
  return hasPredicate(sheet, draft, token => {
    const here = [
      ...(sheet.grammar[token] ?? []),
      ...within(sheet.events, token, token + 1),
      ...within(sheet.verbs, token, token + 1),
    ]
    return here.some(({ clitics }) => (clitics & WILL) !== 0)
  })
}

/** "الانفجار لم يحدث". */
function isDenied(sheet: Sheet, draft: Draft): boolean {
  return hasPredicate(sheet, draft, token => {
    const isNot = findGrammar(sheet, token, 'not-past') !== undefined
    return isNot && findGrammar(sheet, token, 'still') === undefined && !hasException(sheet, token)
  })
}

/** Tokens from "not" to "except". */
const EXCEPT_WITHIN = 8

/** "لم يعد يسيطر إلا على المدينة": what is not but for something, is. */
function hasException(sheet: Sheet, token: number): boolean {
  const end = Math.min(findSentence(sheet, token).to, token + EXCEPT_WITHIN)
  for (let at = token + 1; at < end; at++) {
    if ((findToken(sheet, at).gap & (COMMA | STOP)) !== 0) return false
    if (findGrammar(sheet, at, 'except') !== undefined) return true
  }
  return false
}

/** True where a word of the kind stands within `reach` tokens before the clause's verb, in its clause. */
function hasWord(kind: string, reach: number): Rule['is'] {
  return (sheet, draft) => {
    if (isNextAct(sheet, draft)) return false
    const start = Math.max(findSentence(sheet, draft.from).from, draft.from - reach)
    for (let token = draft.hit.from - 1; token >= start; token--) {
      if (isAnotherAct(sheet, draft, token)) return false
      const word = findGrammar(sheet, token, kind)
      if (
        word !== undefined &&
        word.to <= draft.hit.from &&
        findGrammar(sheet, token, 'belongs') === undefined
      )
        return true
      if (findGrammar(sheet, token, 'relative', 'clause', 'able', 'cause') !== undefined) return false
    }
    return false
  }
}

/** "تحاول القوات التسلل والثوار يتصدون لها": what is tried is the noun between, not the verb that follows. */
function isAnotherAct(sheet: Sheet, draft: Draft, token: number): boolean {
  if (draft.nominal || draft.carrier !== null) return false
  return within(sheet.events, token, token + 1).some(({ row }) => row.cells.kind === 'noun')
}

/** "حاولوا التقدم ودخلوا البلدة": a past verb behind "and" is no part of what was tried. */
function isNextAct(sheet: Sheet, { nominal, carrier, from }: Draft): boolean {
  if ((nominal && carrier === null) || !isAnd(sheet, from)) return false
  return !isImperfectForm(findToken(sheet, from).form.slice(1))
}

/** "لم", "دون", "عدم" close before the verb; "لا يزال" is no negation, "فشل في" is one. */
function isNegated(sheet: Sheet, draft: Draft): boolean {
  if ((draft.hit.row.cells.note ?? '').includes('negated')) return true
  if (draft.carrier !== null && findGrammar(sheet, draft.carrier, 'fail') !== undefined) return true
  const start = Math.max(findSentence(sheet, draft.from).from, draft.from - 3)
  if (isWithout(sheet, draft)) return true
  for (let token = draft.hit.from - 1; token >= start; token--) {
    const isStill = findGrammar(sheet, token, 'still') !== undefined
    const isFar = token >= draft.from && draft.hit.from - token > 3
    const isNot = !isStill && !isFar && findGrammar(sheet, token, 'negation') !== undefined
    if (isNot && !isOfAnother(sheet, draft, token)) return !hasException(sheet, token)
    if (findGrammar(sheet, token, 'relative', 'clause') !== undefined) return false
  }
  return false
}

/** "طائرات لم يعرف لمن هي قصفت": "not" goes with the verb right behind it, where that is another. */
function isOfAnother(sheet: Sheet, draft: Draft, token: number): boolean {
  const isVerbal = !draft.nominal && findGrammar(sheet, token, 'not-past') !== undefined
  return isVerbal && token + 1 < draft.from && isImperfectForm(findToken(sheet, token + 1).form)
}

/** Tokens from "without" to what did not happen: "من دون ورود معلومات عن وقوع خسائر بشرية". */
const WITHOUT_REACH = 7

/** "دون أنباء عن إصابات", "عدم السماح للعائلات بالمغادرة": "without" and "lack of" reach over the nouns behind them. */
function isWithout(sheet: Sheet, draft: Draft): boolean {
  const start = Math.max(findSentence(sheet, draft.from).from, draft.hit.from - WITHOUT_REACH)
  for (let token = draft.hit.from - 1; token >= start; token--) {
    if ((findToken(sheet, token + 1).gap & ENDS) !== 0) return false
    if (findGrammar(sheet, token, 'without') !== undefined)
      return findGrammar(sheet, token, 'unmanned') === undefined
    if (findGrammar(sheet, token, 'relative', 'clause', 'after') !== undefined) return false
    if (within(sheet.events, token, token + 1).some(({ row }) => row.cells.kind === 'verb')) return false
  }
  return false
}

function isTried(sheet: Sheet, draft: Draft): boolean {
  if (draft.carrier !== null && findGrammar(sheet, draft.carrier, 'try') !== undefined) return true
  return hasWord('try', 6)(sheet, draft)
}

/** The trigger, its carrier or the verb right before it has the future particle: "سيتم نشر", "ستتجه لتحريرها". */
function isFuture(sheet: Sheet, draft: Draft): boolean {
  if (draft.hit.clitics & WILL) return true
  const carriers = draft.carrier === null ? [] : (sheet.grammar[draft.carrier] ?? [])
  if (carriers.some(hit => hit.clitics & WILL)) return true
  return within(sheet.events, draft.from - 3, draft.from).some(hit => (hit.clitics & WILL) !== 0)
}

/** "قد" before an imperfect is doubt; before a perfect it is none: "قد سيطرت". */
function isMaybe(sheet: Sheet, draft: Draft): boolean {
  for (let token = draft.from - 1; token >= Math.max(0, draft.from - 3); token--) {
    if (findGrammar(sheet, token, 'already') !== undefined) return isImperfect(sheet, token + 1)
  }
  return false
}

const TA = '\u062a'

function isImperfectForm(form: string): boolean {
  return form.startsWith('\u064a') || (form.startsWith(TA) && !form.endsWith(TA))
}

/** "قد تشن": a verb in ya, or in a ta that is none of its own letters. */
function isImperfect(sheet: Sheet, token: number): boolean {
  const { form } = findToken(sheet, token)
  if (form.startsWith('\u064a')) return true
  if (!form.startsWith(TA) || form.endsWith(TA)) return false
  const known = [...(sheet.grammar[token] ?? []), ...within(sheet.events, token, token + 1)]
  const lemmas = known.map(({ row }) => row.cells.trigger ?? row.id)
  return lemmas.length > 0
    ? lemmas.every(lemma => !lemma.startsWith(TA) || form.startsWith(TA + lemma))
    : form.length > 4
}

const MEANT: ReadonlySet<ClaimType> = new Set([
  ...([
    'capture',
    'hold',
    'besiege',
    'repel',
    'deploy',
    'lose',
    'demine',
    'destruction',
    'advance',
    'displacement',
  ] as const),
])

/** "لاستعادة البلدة", "بهدف السيطرة": what is done for it has not yet come about. */
function isPurpose(sheet: Sheet, draft: Draft): boolean {
  const isAdded = findGrammar(sheet, draft.hit.from - 1, 'adds', 'result') !== undefined
  if (draft.nominal && draft.hit.clitics & TO && MEANT.has(draft.type) && !isAdded) return true
  return hasWord('purpose', 3)(sheet, draft)
}

const ASKING: ReadonlySet<ClaimType> = new Set(['negotiate'])
/** What a deal is about has yet to be done: "اتفاق على إدخال مساعدات". */
const DEALT: ReadonlySet<ClaimType> = new Set(['transfer', 'aid', 'deploy', 'lose', 'access', 'demine'])
const ASKED = 9

/** A masdar strung on with "and" is as real as the one before it; what is asked for is possible. */
function inheritModality(sheet: Sheet, draft: Draft, before: Draft | undefined): Draft {
  if (
    before === undefined ||
    !draft.nominal ||
    findSentence(sheet, before.from) !== findSentence(sheet, draft.from)
  )
    return draft
  const isStrung =
    (draft.hit.clitics & AND) !== 0 && draft.carrier === null && before.nominal && draft.from - before.to < 14
  if (isStrung && before.modality !== 'negated') return { ...draft, modality: before.modality }
  const isAsked =
    ASKING.has(before.type) && draft.from - before.to < ASKED && draft.type !== 'negotiate' && !before.nominal
  const isDealt =
    before.type === 'agree' &&
    before.modality !== 'negated' &&
    DEALT.has(draft.type) &&
    draft.from - before.to < ASKED
  if (isDealt) return addTo(draft, { modality: 'planned' }, '<deal> + <claim>')
  return isAsked ? addTo(draft, { modality: 'possible' }, '<demand> + <claim>') : draft
}
