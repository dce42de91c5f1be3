/** What articles are written from: sentences, some of which tell what happened; and how outlets copy each other's. */
import type { Draw } from './draw.ts'
import { type Country, type Happening, inventHappening, type Voice } from './happenings.ts'
import { inventText, type Vocabulary } from './words.ts'

/** A sentence: filler before and after what it tells, where it tells something. */
export interface Sentence {
  readonly words: readonly string[]
  readonly tells: Happening | null
  readonly voice: Voice | null
  /** False where the text does not name the day. */
  readonly isDated: boolean
}

/** An article before it is set: its headline and its sentences. `credit`: the outlet that it was taken from. */
export interface Draft {
  readonly headline: readonly string[]
  readonly sentences: readonly Sentence[]
  readonly outlet: number
  readonly credit: number | null
  /** Days since 1970. */
  readonly day: number
}

/** The world that drafts come from, with what was written and what happened last. */
export interface World {
  readonly country: Country
  readonly vocabulary: Vocabulary
  readonly draw: Draw
  readonly outlets: number
  readonly drafts: Draft[]
  readonly happenings: Happening[]
}

/** Articles that are copied from a draft or another. */
const COPIED = 0.35
/** Things that are told again by others in their own words. */
const RETOLD = 0.4
/** What is remembered: of three days, say. */
const MEMORY = 1500

/** The next article of a day. */
export function nextDraft(world: World, day: number): Draft {
  const { draw, drafts } = world
  const isCopy = drafts.length > 100 && draw.isTrue(COPIED)
  const draft = isCopy
    ? copyDraft(world, drafts[drafts.length - 1 - draw.rank(drafts.length)] as Draft, day)
    : writeDraft(world, day)
  remember(drafts, draft)
  return draft
}

function remember<T>(list: T[], item: T): void {
  list.push(item)
  if (list.length > MEMORY) list.splice(0, MEMORY / 3)
}

function writeDraft(world: World, day: number): Draft {
  const { draw, vocabulary, outlets } = world
  const count = 4 + draw.below(9)
  return {
    headline: inventText(draw, vocabulary, 8),
    sentences: Array.from({ length: count }, () => writeSentence(world, day)),
    outlet: draw.rank(outlets),
    credit: null,
    day,
  }
}

function writeSentence(world: World, day: number): Sentence {
  const { draw, vocabulary, country } = world
  const words = inventText(draw, vocabulary, 10 + draw.below(14))
  if (!draw.isTrue(0.5)) return { words, tells: null, voice: null, isDated: false }
  const voice = draw.isTrue(0.5) ? (country.voices[draw.rank(country.voices.length)] as Voice) : null
  return { words, tells: findHappening(world, day), voice, isDated: draw.isTrue(0.6) }
}

function findHappening({ draw, happenings, country }: World, day: number): Happening {
  const known = happenings[happenings.length - 1 - draw.rank(happenings.length)]
  if (known !== undefined && draw.isTrue(RETOLD)) return known
  const happening = inventHappening(country, day, draw)
  remember(happenings, happening)
  return happening
}

/** A copy: another headline and outlet, a sentence less, a sentence more, half of the time with a credit. */
function copyDraft(world: World, draft: Draft, day: number): Draft {
  const { draw, vocabulary, outlets } = world
  const kept = draft.sentences.filter(() => !draw.isTrue(0.1))
  const added = draw.isTrue(0.3) ? [writeSentence(world, day)] : []
  return {
    headline: draw.isTrue(0.5) ? draft.headline : inventText(draw, vocabulary, 8),
    sentences: kept.length === 0 ? draft.sentences : [...kept, ...added],
    outlet: draw.rank(outlets),
    credit: draw.isTrue(0.5) ? draft.outlet : null,
    day: Math.max(day, draft.day),
  }
}
