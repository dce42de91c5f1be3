/** A claim while it is being read: every pass takes it and gives back one that knows more. */
import type { Hit } from '../lexicon/match.ts'
import type {
  ClaimPlace,
  ClaimType,
  Count,
  DateMention,
  Modality,
  Participant,
  Source,
  Span,
  Stance,
} from '../model.ts'
import type { Sheet } from './sheet.ts'

export interface Draft {
  readonly type: ClaimType
  /** The row of `lexicon/events.tsv` that fired. */
  readonly hit: Hit
  /** The trigger's tokens, with the light verb or phase verb that carries it. */
  readonly from: number
  readonly to: number
  /** A masdar or noun, not a finite verb. */
  readonly nominal: boolean
  /** Token of the verb that carries the trigger: "launched" in "launched raids", "managed" in "managed to retake". */
  readonly carrier: number | null
  /** The clause: tokens that may hold roles of this claim. */
  readonly clause: readonly [from: number, to: number]
  readonly agents: readonly Participant[]
  readonly targets: readonly Participant[]
  readonly places: readonly ClaimPlace[]
  readonly date: DateMention | null
  readonly count: Count | null
  /** What became of the victims, in the words of the row's note: `killed wounded`. */
  readonly outcome: string
  readonly modality: Modality
  readonly sources: readonly Source[]
  readonly stance: Stance
  readonly cue: Span | null
  /** The words that carry the claim. */
  readonly evidence: Span
  readonly optional: boolean
  /** The draft whose event caused this one's, or that it caused: "killed by shelling". */
  readonly cause: number | null
  /** Names of the passes and rows that decided, in order. */
  readonly because: readonly string[]
  readonly weight: number
}

/** Adds what a pass found, and its name to the reasons. */
export function addTo(draft: Draft, found: Partial<Draft>, reason: string): Draft {
  return { ...draft, ...found, because: [...draft.because, reason] }
}

/** Indexes of the drafts of the sentence of the one at `index` and of the `back` sentences before it, itself included. */
export function nearby(
  sheet: Sheet,
  drafts: readonly Draft[],
  { index, back }: { index: number; back: number },
): number[] {
  const sentence = (i: number) => sheet.sentenceOf[(drafts[i] as Draft).hit.from] as number
  const here = sentence(index)
  let first = index
  while (first > 0 && here - sentence(first - 1) <= back) first--
  let last = index
  while (last + 1 < drafts.length && sentence(last + 1) === here) last++
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
