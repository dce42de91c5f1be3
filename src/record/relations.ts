/**
 * The nouns of the record: the relations between readings. Articles are named by id, claims by key (`claimKey`), so that a
 * relation can be kept without its texts. Each is a function of the set of readings: the order in which they came changes nothing.
 */
import type { ClaimType, Edtf, Family, Span } from '../model.ts'

/** A stretch that two articles share: where it stands in each, in UTF-16 code units of its `article.text`. */
export interface Passage {
  readonly spans: readonly [first: Span, second: Span]
  /** Words that both have, in the same order or moved. */
  readonly words: number
}

/**
 * `reprint`: all of it; `edited`: most of it, changed; `release`: one text that both were given; `quotation`: someone's words;
 * `part`: a part of it, in a text of its own; `form`: one wording for different things, no copy.
 */
export type ReuseKind = 'reprint' | 'edited' | 'release' | 'quotation' | 'part' | 'form'

/** What the second article does not say as the first does. A side is `null` where it says nothing of the kind. */
export interface Change {
  readonly kind: 'number' | 'actor' | 'place' | 'date' | 'credit' | 'doubt' | 'source'
  readonly spans: readonly [Span | null, Span | null]
  readonly texts: readonly [string | null, string | null]
}

/** Two articles that share passages. */
export interface Reuse {
  /** Ids of the articles: the copied one first where `direction` is known, else in the order of their ids. */
  readonly articles: readonly [first: string, second: string]
  readonly kind: ReuseKind
  /** How it is known that the second took from the first; `null` where nothing says. */
  readonly direction: 'credit' | 'source' | 'date' | null
  /** In the order of the second article. */
  readonly passages: readonly Passage[]
  /** Part of each body that the passages cover, 0 to 1. */
  readonly shares: readonly [first: number, second: number]
  readonly changes: readonly Change[]
}

/** One reason for the day of an article that does not state it. */
export interface DayReason {
  /**
   * `weekday`: a relative word with a weekday; `named`: a date in the text; `reuse`: a copy; `event`: other articles tell the same
   * happenings; `day`: one of them says on which day, and this one how long ago.
   */
  readonly kind: 'weekday' | 'named' | 'reuse' | 'event' | 'day'
  /** Days that this reason leaves: EDTF, `2017-11-01/..` for "not before"; `null` for a weekday. */
  readonly days: Edtf | null
  /** ISO weekday of publication that it leaves, Monday 1 to Sunday 7; `null` where it leaves days. */
  readonly weekday: number | null
  /** The words that say so, where there are any. */
  readonly span: Span | null
  /** The other article, where the reason lies in one. */
  readonly article: string | null
  /** True where stronger reasons leave none of its days: it is shown and not followed. */
  readonly isLeftOut: boolean
}

/** When an article without a date was published, as far as the record shows. */
export interface Dating {
  readonly article: string
  /** EDTF: a day, an interval, `2017-11-01/..` where only its beginning is known; `null` where nothing says. */
  readonly published: Edtf | null
  readonly reasons: readonly DayReason[]
  /** True where its reasons cannot all hold. */
  readonly isContradicted: boolean
}

/** How much stands behind something: always side by side, never one number. */
export interface Counts {
  readonly articles: number
  readonly outlets: number
  readonly families: number
  /** Independence can be refuted, not proven: at least `min`, at most `max` origins. */
  readonly roots: { readonly min: number; readonly max: number }
}

/** A happening that claims of one family are about. */
export interface Event {
  /** The key of its least claim, hashed: any claim's id leads to the event that it is in now. */
  readonly id: string
  readonly family: Family
  readonly types: readonly ClaimType[]
  /** Keys of its claims, sorted. */
  readonly claims: readonly string[]
  /** The most specific places that its claims name, the most named first. */
  readonly places: readonly string[]
  readonly agents: readonly string[]
  readonly targets: readonly string[]
  /** EDTF. */
  readonly time: Edtf | null
  readonly counts: Counts
}

export type ContradictionKind = 'number' | 'place' | 'date' | 'actor' | 'polarity' | 'control'

/** Two sides that cannot both hold. */
export interface Contradiction {
  readonly id: string
  readonly kind: ContradictionKind
  /** The event that both are about; `null` for control of a place over time. */
  readonly event: string | null
  readonly place: string | null
  /** Keys of the claims of each side. */
  readonly claims: readonly [readonly string[], readonly string[]]
  /** What each side says: `12-12 killed`, an actor's id, a place's id, EDTF, `asserted`. */
  readonly values: readonly [string, string]
  /** `scope`: part and whole, a quarter and the city; `later`: a later time. `null`: open. */
  readonly resolved: 'scope' | 'later' | null
}

/** What a claim says of who holds a place. `implied`: said of a foe that is bombed there, weaker and kept apart. */
export type ControlKind = 'takes' | 'holds' | 'loses' | 'contests' | 'implied'

/** What one claim says of one actor's control of one place: stated at, true from. Those of one claim and kind are one set. */
export interface Control {
  readonly claim: string
  readonly article: string
  readonly place: string
  readonly actor: string
  readonly kind: ControlKind
  /** First and last day on which it may have happened, for `takes` and `loses`; on which it is true, for the others. */
  readonly from: string | null
  readonly to: string | null
  /** True where the text gives the time; false where it is only known that the article said so by `to`. */
  readonly isDated: boolean
  /** The day on which the article says it. */
  readonly stated: string | null
  /** Key of the root. */
  readonly root: string
  readonly outlet: string | null
  readonly family: string
  /** True where the root speaks for an actor whom it costs: a side's own admission. */
  readonly isAdmission: boolean
  /** True where the claim is about only a part of the place. */
  readonly isPart: boolean
}

/** Whose word a reader of the record takes. What is left out leaves nothing out. */
export interface View {
  /** Keys of roots, ids of outlets, families: a control is seen where any of them is its own. */
  readonly roots?: readonly string[]
  readonly outlets?: readonly string[]
  readonly families?: readonly string[]
  /** Only what had been said by this day. */
  readonly asOf?: string
  /** Only what a side admits against itself. */
  readonly isAdmitted?: boolean
  /** A holder only where every root that has a word says so. */
  readonly isAgreed?: boolean
  /** Also what is only implied, where nothing is said. */
  readonly hasImplied?: boolean
}

/** How sure the holders are. `shared`: parts of the place are another's; `fought`: fighting in it; `disputed`: sources differ. */
export type HoldingState = 'held' | 'shared' | 'fought' | 'disputed'

/** A place, its holder and an interval, according to a set of claims. */
export interface Holding {
  readonly place: string
  /** Actor ids, sorted. */
  readonly holders: readonly string[]
  readonly state: HoldingState
  /** The first day of which it is said: for a place that was taken, the last on which that may have been. */
  readonly from: string
  /** The first day on which it may have begun; `null` where it had begun some time before `from`. */
  readonly earliest: string | null
  /** The last day; `null` while nothing has ended it. */
  readonly to: string | null
  /** The last day on which a source still said so: silence does not end a holding. */
  readonly confirmed: string
  /** `stated` of this place, `inherited` from a place that holds it, `implied` only. */
  readonly how: 'stated' | 'inherited' | 'implied'
  /** Keys of claims and of roots, sorted. */
  readonly claims: readonly string[]
  readonly roots: readonly string[]
}

/** An entry of a later chronology: shown beside the sources, never counted as an article or a root. */
export interface Reference {
  /** The chronology and the line or feature, counted from 1: `later.csv:12`. */
  readonly id: string
  /** The name of the file that it came from. */
  readonly chronology: string
  /** EDTF, as precise as the chronology is. */
  readonly date: Edtf
  /** Ids of rows of the lexicon; `null` where it gives none, or a name that the lexicon does not know. */
  readonly place: string | null
  readonly actor: string | null
  readonly formerHolder: string | null
  /** What it says happened, in its own words. */
  readonly text: string
  readonly source: string
}

/** How a record's holdings stand to an entry of a chronology. */
export interface Difference {
  readonly reference: string
  readonly place: string | null
  /** `days`: the same holder on another day; `holder`: others; `silent`: the record says nothing; `none`: no difference. */
  readonly kind: 'none' | 'days' | 'holder' | 'silent'
  /** Days that the record comes after the entry, before it where negative; `null` where it never has the holder. */
  readonly days: number | null
  /** Who holds the place on the entry's last day, according to the record. */
  readonly holders: readonly string[]
}
