/**
 * When it may have happened: every day that its sentence names, the day of the claim before, and the day that was stated
 * last; each with what speaks for and against it. Claims are read in order, because a day is carried on from one to the next.
 */
import type { DateMention } from '../model.ts'
import {
  nameDistance,
  nameGrain,
  nameOpening,
  nameShare,
  nameSource,
  nameTense,
  nameWas,
  nameWay,
} from './describeDays.ts'
import { type Draft, nearby } from './draft.ts'
import { hasGrammar, nameForm } from './setting.ts'
import { findSentence, type Placed, type Sheet, within } from './sheet.ts'
import { isBeside, isDay, isUsable } from './when.ts'

export interface DateCandidate {
  readonly date: DateMention
  readonly features: readonly string[]
  /** Over how many claims it was carried, and the sentence that states it. */
  readonly hops: number
  readonly sentence: number
}

/** What the claims so far have been given. */
export interface Course {
  /** The claim before, without a date where it was given none. */
  readonly last: Given | undefined
  /** The last one that was given a day. */
  readonly dated: Given | undefined
  /** How many claims came since. */
  readonly undated: number
}

interface Given {
  readonly draft: Draft
  readonly choice: DateCandidate | undefined
}

/** The course of an article before its first claim. */
export const START: Course = { last: undefined, dated: undefined, undated: 0 }

/** The course behind a draft that was given `choice`. A day "since" or "until" is not carried on. */
export function goOn({ dated, undated }: Course, draft: Draft, choice: DateCandidate | undefined): Course {
  if (choice === undefined) return { last: { draft, choice }, dated, undated: undated + 1 }
  if (!isDay(choice.date)) return { last: undefined, dated, undated: 0 }
  return { last: { draft, choice }, dated: { draft, choice }, undated: 0 }
}

interface Around {
  readonly sheet: Sheet
  readonly draft: Draft
  /** The other drafts of its sentence. */
  readonly others: readonly Draft[]
  readonly course: Course
  /** The usable dates of its sentence. */
  readonly dates: readonly Placed<DateMention>[]
  /** What kind of claim it is, whatever the candidate. */
  readonly own: readonly string[]
  readonly tense: string
}

/** The candidates of the draft at `index`, those of its sentence first. */
export function findCandidateDates(
  sheet: Sheet,
  drafts: readonly Draft[],
  { index, course }: { index: number; course: Course },
): DateCandidate[] {
  const draft = drafts[index] as Draft
  const sentence = findSentence(sheet, draft.from)
  const tense = nameTense(sheet, draft)
  const around: Around = {
    sheet,
    draft,
    others: nearby(sheet, drafts, { index, back: 0 }).flatMap(i => (i === index ? [] : (drafts[i] as Draft))),
    course,
    dates: within(sheet.dates, sentence.from, sentence.to).filter(isUsable),
    own: [`modality ${draft.modality}`, `type ${draft.type}`, `tense ${tense}`, nameWas(sheet, draft)],
    tense,
  }
  return [...readHere(around), ...readBefore(around), ...readStated(around)]
}

const CROSSED = ['that', 'relative', 'after', 'before', 'purpose', 'cause', 'clause'] as const

/** The days that its sentence names. */
function readHere(around: Around): DateCandidate[] {
  const { sheet, draft, dates } = around
  const { index } = findSentence(sheet, draft.from)
  return dates.map(date => {
    const side = date.from < draft.from ? 'before' : 'after'
    const gap = side === 'before' ? ([date.to, draft.from] as const) : ([draft.to, date.from] as const)
    const features = [...describeStand(around, date, { side, gap }), ...describeHere(around, date, side)]
    return { date: date.mention, features, hops: 0, sentence: index }
  })
}

interface Stand {
  readonly side: 'before' | 'after'
  /** The tokens between the two. */
  readonly gap: readonly [from: number, to: number]
}

/** Where the day stands to the trigger: before or behind, how far, past what. */
function describeStand(around: Around, { from }: Placed<DateMention>, { side, gap }: Stand): string[] {
  const { sheet, draft, others, dates } = around
  const isAmid = (token: number) => token >= gap[0] && token < gap[1]
  const triggers = Math.min(2, others.filter(one => isAmid(one.from)).length)
  const past = Math.min(1, dates.filter(one => isAmid(one.from)).length)
  const form = nameForm(draft)
  const isIn = from >= draft.clause[0] && from < draft.clause[1]
  const crossed = CROSSED.filter(kind => hasGrammar(sheet, gap, kind))
  return [
    `here, ${side} ${form}`,
    `here, ${side}, past ${triggers} triggers`,
    `here, ${side} ${form}, past ${triggers} triggers and ${past} dates`,
    `here, ${side}, ${nameDistance(gap[1] - gap[0])}`,
    `here, ${side}, ${isIn ? 'in its clause' : 'out of its clause'}`,
    ...crossed.map(kind => `here, ${side}, across ${kind}`),
  ]
}

/** What day it is, and which rule proposes it. */
function describeHere(
  { sheet, draft, own, tense }: Around,
  { mention, from }: Placed<DateMention>,
  side: Stand['side'],
): string[] {
  const by = nameRule(draft, mention)
  const grain = nameGrain(mention)
  const isOpening = from - findSentence(sheet, draft.from).from <= 4
  return [
    ...own,
    'here',
    `here, ${by}`,
    `here, ${by}, ${side} ${nameForm(draft)}`,
    `here, ${by}, ${tense}`,
    `here, ${side}, ${isOpening ? 'opens the sentence' : 'opens nothing'}`,
    `here, ${grain}`,
    `here, ${grain}, ${by}`,
    `here, ${side}, type ${draft.type}`,
    `here, modality ${draft.modality}`,
    `here, ${tense}, ${side}`,
    `here, ${nameWay(mention)}`,
  ]
}

/** Which rule gives the draft this date. */
function nameRule(draft: Draft, { span }: DateMention): string {
  if (draft.date?.span[0] !== span[0]) return 'by no rule'
  return isBeside(draft) ? 'of the clause beside it' : 'its own'
}

/** The day of the claim before. */
function readBefore(around: Around): DateCandidate[] {
  const { sheet, draft, course, own } = around
  const { last } = course
  if (last?.choice === undefined) return []
  const { choice } = last
  const before = last.draft
  const here = findSentence(sheet, draft.from)
  const there = findSentence(sheet, before.from)
  const sentences = Math.min(4, here.index - there.index)
  const paragraphs = Math.min(3, here.paragraph - there.paragraph)
  const features = [
    ...own,
    'day before',
    `day before, ${sentences} sentences and ${paragraphs} paragraphs on`,
    `day before, ${sentences} sentences on`,
    `day before, ${paragraphs} paragraphs on`,
    `day before, stated ${Math.min(6, here.index - choice.sentence)} sentences back`,
    `day before, carried over ${Math.min(4, choice.hops)} claims`,
    ...describePair(around, before, Math.min(2, sentences)),
    `day before, ${nameGrain(choice.date)}`,
    `day before, ${choice.date.edtf === sheet.article.published ? 'the day of the article' : 'another day'}`,
    `day before, ${nameWay(choice.date)}`,
    `day before, ${nameWay(choice.date)}, ${Math.min(2, sentences)} sentences on`,
  ]
  return [{ date: choice.date, features, hops: choice.hops + 1, sentence: choice.sentence }]
}

/** What the claim has in common with the one before. */
function describePair(
  { sheet, draft, dates, tense, own }: Around,
  before: Draft,
  sentences: number,
): string[] {
  const source = nameSource(draft, before)
  const place = nameShare(draft.places, before.places, ({ place: id }) => id)
  const doer = nameShare(draft.agents, before.agents, ({ actor }) => actor)
  const opening = findSentence(sheet, draft.from).from
  return [
    `day of ${before.type}, ${draft.type}`,
    `day before, type ${draft.type}`,
    `day before, modality ${draft.modality}`,
    `day before, ${source}`,
    `day before, ${source}, ${sentences} sentences on`,
    `day before, place ${place}`,
    `day before, place ${place}, ${sentences} sentences on`,
    `day before, doer ${doer}`,
    `day before, ${tense}, ${Math.min(1, sentences)} sentences on`,
    `day before, ${nameTense(sheet, before)} and ${tense}`,
    `day before, ${dates.length > 0 ? 'another day' : 'no day'} here`,
    `day before, ${own.at(-1)}`,
    `day before, sentence opens with ${nameOpening(sheet, opening)}`,
    `day before, ${sentences === 0 ? 'one sentence' : 'another sentence'}, ${nameForm(draft)}`,
  ]
}

/** The day stated last, where the claim before was given none. */
function readStated(around: Around): DateCandidate[] {
  const { sheet, draft, course, dates, own, tense } = around
  const choice = course.dated?.choice
  if (course.dated === undefined || choice === undefined || course.undated === 0) return []
  const here = findSentence(sheet, draft.from)
  const back = Math.min(6, here.index - findSentence(sheet, course.dated.draft.from).index)
  const features = [
    ...own,
    'day stated',
    `day stated, ${back} sentences back`,
    `day stated, type ${draft.type}`,
    `day stated, of ${course.dated.draft.type}, ${draft.type}`,
    `day stated, ${nameGrain(choice.date)}`,
    `day stated, ${tense}`,
    `day stated, sentence opens with ${nameOpening(sheet, here.from)}`,
    `day stated, ${own.at(-1)}`,
    `day stated, ${Math.min(3, course.undated)} claims without a day since`,
    `day stated, ${dates.length > 0 ? 'another day' : 'no day'} here`,
  ]
  return [{ date: choice.date, features, hops: choice.hops + 1, sentence: choice.sentence }]
}
