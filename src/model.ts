/**
 * The nouns of Hasab, in the order in which they come to be: article, text, mentions, claims, reading, record.
 * Every span is `[start, end)` in UTF-16 code units of `article.text`, and slicing it gives back the quoted words.
 */

/** `[start, end)` in UTF-16 code units of `article.text`. */
export type Span = readonly [start: number, end: number]

/** A date in EDTF (ISO 8601-2): `2017-10-31`, `2017-10`, `2017-10-30/2017-10-31`, `../2017-10-31`, `2017-10-31~`. */
export type Edtf = string

/**
 * What went wrong, as a value. `code` is listed in `docs/problems.md`; `messages/*.tsv` hold the words for a person
 * (`problem.<code>` and `problem.<code>.hint`, with `{name}` filled from `values`).
 */
export interface Problem {
  readonly code: string
  /** The file, line or article that it is about. */
  readonly where: string
  readonly values: Readonly<Record<string, string | number>>
}

/** A value, or the problem that stood in its way. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

// ── article ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** What is known of an article from outside its bytes: a side file, a feed, the command line. */
export interface Hints {
  readonly name?: string | undefined
  readonly outlet?: string | undefined
  readonly url?: string | undefined
  readonly published?: Edtf | undefined
  readonly retrieved?: Edtf | undefined
}

/** How the date of publication is known. `hint` is what a feed, a side file or the command line said. */
export type PublishedFrom = 'dateline' | 'metadata' | 'url' | 'hint' | 'inferred'

/** The parts of a page that are not body. */
export type RegionKind =
  | 'title'
  | 'dateline'
  | 'credit'
  | 'menu'
  | 'caption'
  | 'comments'
  | 'related'
  | 'counter'

export interface Region {
  readonly kind: RegionKind
  readonly span: Span
}

/** An agency or outlet that the article credits as a whole: "Agencies", "Example Paper – Other Site". */
export interface Credit {
  readonly text: string
  readonly span: Span
}

/** One published text with what is known of it. `text` is the decoded file itself, or the visible text of a page. */
export interface Article {
  /** SHA-256 of the bytes, in hex. */
  readonly id: string
  /** The file's name without its ending, or the row's id. */
  readonly name: string
  readonly text: string
  readonly format: 'text' | 'html'
  readonly outlet: string | null
  readonly url: string | null
  readonly title: { readonly span: Span } | null
  readonly published: Edtf | null
  readonly publishedFrom: PublishedFrom | null
  readonly updated: Edtf | null
  readonly credits: readonly Credit[]
  readonly body: Span
  readonly regions: readonly Region[]
  /** Version of the lexicon that read it. */
  readonly lexicon: string
}

// ── mentions ────────────────────────────────────────────────────────────────────────────────────────────────────

interface MentionBase {
  readonly span: Span
  readonly text: string
}

export interface ActorMention extends MentionBase {
  readonly kind: 'actor'
  /** Id of a row of `lexicon/actors.tsv`; `null` for an actor without a row. */
  readonly actor: string | null
  /** How another word than a name was resolved: `pronoun`, `latter`, `short name`, `adjective`. */
  readonly how?: string
  /** Id of the row whose words were used, where it says more than `actor`: the side that speaks so, or a part of the actor. */
  readonly row?: string
  /** The bare name within a longer wording: "the Organisation" in "fighters of the Organisation". */
  readonly name?: Span
  /** What stands before the name: a word for `force`, `fighter`, `aircraft`, `gun` or `act` ("Russian raids"). */
  readonly force?: ForceKind
  /** Id of the actor that does this one's military acts, where it is another: a government's army. */
  readonly military?: string
}

export type ForceKind = 'force' | 'fighter' | 'aircraft' | 'gun' | 'act'

export type Precision = 'point' | 'area' | 'containment' | 'none'

export interface PlaceMention extends MentionBase {
  readonly kind: 'place'
  /** Id of a row of `lexicon/places.tsv` or of the user's gazetteer; `null` for an unresolved name. */
  readonly place: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly precision: Precision
  /** Other rows that the name may mean, where the article does not decide. */
  readonly candidates?: readonly string[]
  /** Distance in kilometres and direction where the text gives them: "15 km north-east of". */
  readonly offset?: { readonly km: number | null; readonly direction: string | null }
  /** The bare name without its kind word and direction. */
  readonly name?: Span
  /** Row id of the kind word in `lexicon/place-words.tsv`. */
  readonly kindWord?: string
  /** The part of the named place that is meant: `countryside`, or a direction such as `north-east`. */
  readonly part?: string
  /** What stands before the name: its surroundings, edge or neighbourhood. */
  readonly relation?: 'near'
  /** True for "the town", "the airport": `place` is that of the last mention of the kind. */
  readonly resolved?: true
  /** Where that place was named. */
  readonly antecedent?: Span
}

export interface DateMention extends MentionBase {
  readonly kind: 'date'
  /** `null` where the words name a time that cannot be resolved without a date of publication. */
  readonly edtf: Edtf | null
  /** How it was resolved, in words. */
  readonly how: string
  /** Calendar the words are in, where it is not the Gregorian one. */
  readonly calendar?: 'islamic-umalqura'
  /** Clock time `HH:MM`, where given. */
  readonly clock?: string
  /** ISO 8601 duration where the words are a length of time and not a date. */
  readonly duration?: string
  /** A recurring set as an ISO 8601 repeating interval: "every Friday" is `R/2017-11-03/P1W`; without a start `R/P1W`. */
  readonly recurs?: string
  /** Days from the article's date, where the words count from it: yesterday is -1. For articles without a date. */
  readonly days?: number
  /** ISO weekday that the words name, Monday 1 to Sunday 7. */
  readonly weekday?: number
}

export interface NumberMention extends MentionBase {
  readonly kind: 'number'
  readonly min: number | null
  readonly max: number | null
  readonly approx: boolean
  /** `ordinal`, `percent`, `fraction` or plain `count`. */
  readonly form: 'count' | 'ordinal' | 'percent' | 'fraction'
  /** What is counted or the unit, as a row id of `lexicon/numbers.tsv`, e.g. `kilometre`. */
  readonly unit?: string
}

export interface OutletMention extends MentionBase {
  readonly kind: 'outlet'
  readonly outlet: string
}

/** A named or titled person, with the body they speak for where the text says. */
export interface PersonMention extends MentionBase {
  readonly kind: 'person'
  readonly role: string | null
  readonly actor: string | null
}

export type Mention =
  | ActorMention
  | PlaceMention
  | DateMention
  | NumberMention
  | OutletMention
  | PersonMention

// ── claims ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The families of claim types and the types in them. Also the order in which tables and pages list them. */
export const FAMILIES = {
  territory: ['capture', 'hold', 'lose', 'advance', 'besiege'],
  combat: ['clash', 'assault', 'repel', 'airstrike', 'shelling', 'explosive'],
  harm: ['casualties', 'destruction', 'abuse', 'displacement'],
  force: ['deploy', 'seize', 'demine'],
  talks: ['negotiate', 'agree', 'transfer'],
  life: ['aid', 'access', 'hazard'],
  words: ['statement'],
} as const

export type Family = keyof typeof FAMILIES
export type ClaimType = (typeof FAMILIES)[Family][number]
export type Modality = 'asserted' | 'planned' | 'possible' | 'negated'
export type Stance = 'neutral' | 'endorsed' | 'doubted' | 'none'
export type SourceKind = 'agency' | 'outlet' | 'official' | 'person' | 'anonymous' | 'report'
export type PlaceRole = 'at' | 'in' | 'from' | 'to' | 'near'
export type Counted = 'person' | 'civilian' | 'child' | 'fighter' | 'family' | 'vehicle' | 'weapon'
export type Outcome = 'killed' | 'wounded' | 'captured' | 'missing'

/** One participant in the article's wording. `actor` is `null` for one that has no row. */
export interface Participant {
  readonly actor: string | null
  readonly text: string
  readonly span: Span
}

export interface ClaimPlace {
  readonly place: string | null
  readonly text: string
  readonly role: PlaceRole
  readonly span: Span
  readonly lat: number | null
  readonly lon: number | null
}

/** One hop of a chain: who says it, and the words that say so. */
export interface Source {
  readonly text: string
  readonly kind: SourceKind
  readonly span: Span
  /** Id of the actor or outlet, where the source has a row. */
  readonly actor?: string | null
  readonly cue?: { readonly span: Span } | undefined
}

export interface Count {
  readonly what: Counted
  readonly min: number | null
  readonly max: number | null
  readonly approx?: boolean
  readonly outcome?: readonly Outcome[]
}

/** What an article says happened, holds, is planned, possible or did not happen, and on whose word. */
export interface Claim {
  readonly id: string
  readonly type: ClaimType
  readonly span: Span
  readonly evidence: string
  /** The words that say who says so, where the claim has a source. */
  readonly cue: { readonly span: Span } | null
  readonly agent: readonly Participant[]
  readonly target: readonly Participant[]
  readonly places: readonly ClaimPlace[]
  readonly time: Edtf | null
  readonly timeSpan: Span | null
  readonly timeFrom: string | null
  readonly modality: Modality
  readonly count: Count | null
  /** From the one who says it outward to whoever told the article; empty where the article speaks in its own voice. */
  readonly sources: readonly Source[]
  readonly stance: Stance
  /** Headline, repeat or flourish: left out of every count. */
  readonly optional: boolean
  /** Names of the passes and ids of the lexicon rows that fired, in order. */
  readonly because: readonly string[]
  readonly confidence: number
}

/** All that was read out of one article. */
export interface Reading {
  readonly article: Article
  readonly mentions: readonly Mention[]
  readonly claims: readonly Claim[]
}
