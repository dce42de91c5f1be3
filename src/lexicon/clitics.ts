/**
 * Proclitics and enclitics: `وبقواتهم` is `و` + `ب` + `قوات` + `هم`. Splitting proposes; the vocabulary decides.
 * Letters stand here by their code points, because they are grammar and not words; the words are in `lexicon/`.
 */

/** What was taken off a word, as a mask. */
export const AND = 1 // wa-, fa-
export const BY = 2 // bi-
export const TO = 4 // li-
export const AS = 8 // ka-
export const DEFINITE = 16 // al-
export const WILL = 32 // sa-
export const PRONOUN = 64 // -hu, -ha, -hum …

/** One way to read a word: what was taken off in front and at the end, and what is left. */
export interface Split {
  readonly stem: string
  readonly clitics: number
  /** Letters taken off the front of the folded form. */
  readonly front: number
  /** The pronoun at the end, empty where there is none. */
  readonly pronoun: string
}

const ALIF = '\u0627'
const LAM = '\u0644'
const WAW = '\u0648'
const FA = '\u0641'
const BA = '\u0628'
const KAF = '\u0643'
const SIN = '\u0633'
const TA = '\u062a'
const HA = '\u0647'
const YA = '\u064a'
const NUN = '\u0646'
const ARTICLE = ALIF + LAM
const IMPERFECT = new Set([YA, TA, NUN, ALIF])
const PREPOSITIONS = new Map([
  [BA, BY],
  [LAM, TO],
  [KAF, AS],
])
/** Longest first: -huma, -hum, -hunna, -ha, -kum, -na, -hu. */
const PRONOUNS = [
  '\u0647\u0645\u0627',
  '\u0647\u0645',
  '\u0647\u0646',
  '\u0647\u0627',
  '\u0643\u0645',
  '\u0646\u0627',
  HA,
]

/** All ways to split a folded word; the unsplit one first. At most about twenty. */
export function splitClitics(form: string): Split[] {
  const fronts = splitFront(form)
  const splits: Split[] = [...fronts]
  for (const front of fronts) splits.push(...splitPronoun(front))
  return splits
}

function splitFront(form: string): Split[] {
  const splits: Split[] = [{ stem: form, clitics: 0, front: 0, pronoun: '' }]
  const first = form[0]
  if ((first === WAW && form.length > 2) || (first === FA && form.length > 3))
    splits.push(...cut(splits[0] as Split, 1, AND))
  for (const split of [...splits]) {
    const preposition = PREPOSITIONS.get(split.stem[0] ?? '')
    if (preposition !== undefined && split.stem.length > 3) splits.push(...cutPreposition(split, preposition))
    if (split.stem[0] === SIN && IMPERFECT.has(split.stem[1] ?? '')) splits.push(...cut(split, 1, WILL))
  }
  for (const split of [...splits]) {
    if (split.stem.startsWith(ARTICLE) && split.stem.length > 3) splits.push(...cut(split, 2, DEFINITE))
  }
  return splits
}

/** `للبلدة` keeps one lam of two: its stem is `البلدة`. */
function cutPreposition(split: Split, clitic: number): Split[] {
  if (clitic === TO && split.stem[1] === LAM) {
    const stem = ALIF + split.stem.slice(1)
    return [{ stem, clitics: split.clitics | TO, front: split.front, pronoun: '' }]
  }
  return cut(split, 1, clitic)
}

function cut(split: Split, letters: number, clitic: number): Split[] {
  return [
    {
      stem: split.stem.slice(letters),
      clitics: split.clitics | clitic,
      front: split.front + letters,
      pronoun: '',
    },
  ]
}

/** `سيطرتها` is `سيطرة` + `ها`: a ta before the pronoun may be a ta marbuta; `قتلوها` has lost the alif of `قتلوا`. */
function splitPronoun(split: Split): Split[] {
  if (split.clitics & DEFINITE) return []
  const pronoun = PRONOUNS.find(
    ending => split.stem.endsWith(ending) && split.stem.length - ending.length >= 2,
  )
  if (pronoun === undefined) return []
  const stem = split.stem.slice(0, -pronoun.length)
  const with_ = (form: string): Split => ({ ...split, stem: form, clitics: split.clitics | PRONOUN, pronoun })
  const splits = [with_(stem)]
  if (stem.endsWith(TA)) splits.push(with_(stem.slice(0, -1) + HA))
  if (stem.endsWith(WAW)) splits.push(with_(stem + ALIF))
  if (stem.endsWith(YA)) splits.push(with_(stem + NUN))
  if (stem.endsWith(ALIF)) splits.push(with_(stem.slice(0, -1) + YA), with_(stem + NUN))
  return splits
}
