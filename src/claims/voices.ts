/** Who speaks over which stretch: cues joined into chains, carried on over sentences by "and he added" and quotations. */
import type { Article, Source, Span, Stance } from '../model.ts'
import { foldWord } from '../text/fold.ts'
import type { Cue } from './cues.ts'
import { findGrammar, findSentence, type Sheet } from './sheet.ts'

/** A chain of sources over a stretch of tokens. */
export interface Voice {
  readonly sources: readonly Source[]
  readonly stance: Stance
  readonly cue: Cue
  readonly content: readonly [from: number, to: number]
  readonly because: string
}

interface Turn {
  readonly voice: Voice
  readonly sentence: number
  readonly paragraph: number
}

/** A voice is carried on at most this far without being named again. Longest carried run seen in `gold/dev`: 3. */
const MOST_SENTENCES = 3

const NAMELESS: ReadonlySet<string> = new Set(['anonymous', 'person'])

/** The tokens that only name a speaker: who says so is no doer and no place of what is said. */
export function findSpoken(cues: readonly Cue[]): ReadonlySet<number> {
  const spoken = new Set<number>()
  for (const { speaker, kind } of cues) {
    const isOwnAct =
      kind === 'verb' && speaker?.source.actor !== undefined && speaker.source.kind === 'official'
    for (let token = speaker?.from ?? 0; !isOwnAct && token < (speaker?.to ?? 0); token++) spoken.add(token)
  }
  return spoken
}

/** The voices of a text by sentence; several where speakers change within one. */
export function readVoices(sheet: Sheet, found: readonly Cue[]): ReadonlyMap<number, readonly Voice[]> {
  const bySentence = new Map<number, Voice[]>()
  const named: Voice[] = []
  let last: Turn | undefined
  const cues = groupCues(sheet, found)
  for (const sentence of sheet.text.sentences) {
    const before =
      last !== undefined && sentence.index - last.sentence <= MOST_SENTENCES ? last.voice : undefined
    const voices = readTurns(sheet, cues.get(sentence.index) ?? [], { before, named })
    const voice = voices.findLast(({ cue: { kind } }) => kind !== 'report')
    if (voice !== undefined) last = { voice, sentence: sentence.index, paragraph: sentence.paragraph }
    const quoted = voices.length === 0 ? carryQuote(sheet, sentence.index, last) : undefined
    if (quoted !== undefined) voices.push(quoted)
    if (voices.length > 0) bySentence.set(sentence.index, cutContents(voices))
  }
  return bySentence
}

/** The voices of one sentence, in the order of their cues. */
function readTurns(sheet: Sheet, cues: readonly Cue[], heard: Heard): Voice[] {
  const voices: Voice[] = []
  for (const cue of cues) {
    const voice = cue.kind === 'hop' ? undefined : readTurn(sheet, voices, { ...heard, cue })
    if (cue.kind === 'hop') addHop(voices, cue)
    if (voice === undefined) continue
    voices.push(voice)
    if (cue.speaker?.anaphor === false && cue.kind !== 'report') heard.named.push(voice)
  }
  return voices
}

/** A cue's voice, under the one around it, or carried on from the one before. */
function readTurn(sheet: Sheet, voices: readonly Voice[], { cue, before, named }: Turned): Voice | undefined {
  const here = voices.findLast(voice => voice.cue.kind === 'verb') ?? voices.at(-1) ?? before
  return findAround(sheet, voices, cue) ?? readVoice(cue, here, findNamed(named, cue))
}

/** Whom "المصدر", "المراسل" mean, who have no name of their own: the last one named with the same head noun. */
function findNamed(named: readonly Voice[], { speaker }: Cue): Voice | undefined {
  if (!speaker?.anaphor || !NAMELESS.has(speaker.source.kind)) return undefined
  const head = findHead(speaker.source.text)
  return named.findLast(({ cue }) => findHead(cue.speaker?.source.text ?? '') === head)
}

function findHead(name: string): string {
  return foldWord(name.split(' ', 1)[0] ?? '').replace(/^\u0627\u0644/, '')
}

/** Who has spoken: the voice of the sentences just before, and all that were named. */
interface Heard {
  readonly before: Voice | undefined
  readonly named: Voice[]
}

interface Turned extends Heard {
  readonly cue: Cue
}

/** The outlet that retells is the next teller of the chain before it in the sentence. */
function addHop(voices: Voice[], cue: Cue): void {
  const last = voices.at(-1)
  if (last === undefined || cue.speaker === null) return
  voices[voices.length - 1] = { ...last, sources: [...last.sources, cue.speaker.source] }
}

function groupCues(sheet: Sheet, cues: readonly Cue[]): Map<number, Cue[]> {
  const grouped = new Map<number, Cue[]>()
  for (const cue of cues) {
    const sentence = findSentence(sheet, cue.hit.from).index
    const here = grouped.get(sentence)
    if (here === undefined) grouped.set(sentence, [cue])
    else here.push(cue)
  }
  return grouped
}

/** "The agency said that a source said that …": the inner speaker stands right behind the outer one's "that". */
function findAround(sheet: Sheet, voices: readonly Voice[], cue: Cue): Voice | undefined {
  const { speaker, stance, content } = cue
  if (cue.kind !== 'verb' || speaker === null || speaker.anaphor || speaker.from > cue.hit.from)
    return undefined
  const outer = voices.findLast(({ cue: { kind } }) => kind === 'verb')
  const that = outer === undefined ? undefined : findGrammar(sheet, outer.content[0], 'that')
  if (outer === undefined || that?.to !== speaker.from) return undefined
  const sources = [speaker.source, ...cue.hops, ...outer.sources]
  return { sources, stance, cue, content, because: '<source> + said + that + <source> + said + <claim>' }
}

function readVoice(cue: Cue, before: Voice | undefined, meant: Voice | undefined): Voice | undefined {
  const { stance, content } = cue
  const whole = (sources: readonly Source[], because: string): Voice => ({
    sources,
    stance,
    cue,
    content,
    because,
  })
  if (cue.speaker === null) {
    if (before === undefined) return undefined
    return whole(before.sources, `<that> carried on by ${cue.because}`)
  }
  const named = [cue.speaker.source, ...cue.hops]
  const tellers = (meant ?? before)?.sources.slice(1)
  if (!cue.speaker.anaphor || tellers === undefined) return whole(named, '<source> + said + <claim>')
  const rest = tellers.filter(source => !named.some(one => one.text === source.text))
  return whole([...named, ...rest], '<the source> + said + <claim>, the chain of the one before')
}

/** A quotation that was opened under a voice goes on until it is closed. */
function carryQuote(sheet: Sheet, index: number, last: Turn | undefined): Voice | undefined {
  if (last === undefined || index - last.sentence > 8) return undefined
  const sentence = sheet.text.sentences[index]
  if (sentence === undefined) return undefined
  const cueEnd = last.voice.cue.span[1]
  const opening = sheet.text.sentences[last.sentence]?.span[1] ?? 0
  const isQuoted = findQuotesFrom(sheet, cueEnd, opening).some(quote => quote.span[1] > sentence.span[0] + 10)
  if (!isQuoted) return undefined
  return { ...last.voice, content: [sentence.from, sentence.to], because: '<quotation> runs on' }
}

/** Quotations that open in `[from, to]`; they are in order of their starts. */
function findQuotesFrom(sheet: Sheet, from: number, to: number): Sheet['text']['quotes'] {
  const { quotes } = sheet.text
  let low = 0
  let high = quotes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotes[middle]?.span[0] ?? 0) < from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < quotes.length && (quotes[end]?.span[0] ?? 0) <= to) end++
  return quotes.slice(low, end)
}

/** A later verb in the sentence takes the word from the one before, unless it is a participle of the same speaker. */
function cutContents(voices: readonly Voice[]): Voice[] {
  return voices.map((voice, i) => {
    if (voice.cue.kind !== 'verb') return voice
    const next = voices.slice(i + 1).find(other => other.cue.kind === 'verb' && other.cue.speaker !== null)
    if (next === undefined) return voice
    const start = Math.min(next.cue.hit.from, next.cue.speaker?.from ?? next.cue.hit.from)
    return { ...voice, content: [voice.content[0], Math.max(voice.content[0], start)] as const }
  })
}

/** What a claim at a token rests on. */
export interface Attribution {
  readonly sources: readonly Source[]
  readonly stance: Stance
  readonly cue: Span | null
  readonly denies: boolean
  readonly because: readonly string[]
}

/** "The source said …, according to the agency"; "the agency said …, citing a source": an outlet has it from the other. */
function nest(said: readonly Source[], according: readonly Source[]): Source[] {
  const teller = said.at(-1)?.kind
  const isCited = teller === 'agency' || teller === 'outlet'
  const [inner, outer] = isCited ? [according, said] : [said, according]
  return [...inner, ...outer.filter(one => !inner.some(two => two.text === one.text))]
}

/** UTF-16 code units from the start of an article in which it may name its own outlet. */
const LONGEST_HEADER = 1000

/** The outlet of the article itself: the one it is known to be of, or an outlet that stands in its header. */
function isOwn({ outlet, text, title, body }: Article, { kind, actor, text: name }: Source): boolean {
  if (outlet !== null && (actor === outlet || name === outlet)) return true
  if (kind !== 'outlet' && kind !== 'agency') return false
  return text.slice(title?.span[1] ?? 0, Math.min(body[0], LONGEST_HEADER)).includes(name)
}

const OWN: Attribution = { sources: [], stance: 'none', cue: null, denies: false, because: [] }

/** The chain for the words at a token, without the article's own outlet: the innermost voice, then those further out that speak over it as well. */
export function findAttribution(
  voices: readonly Voice[] | undefined,
  token: number,
  article: Article,
): Attribution {
  const over = (voices ?? []).filter(voice => voice.content[0] <= token && token < voice.content[1])
  const verb = over.findLast(voice => voice.cue.kind !== 'phrase')
  const phrase = over.find(voice => voice.cue.kind === 'phrase')
  const inner = verb ?? phrase
  if (inner === undefined) return OWN
  const whole =
    verb !== undefined && phrase !== undefined ? nest(verb.sources, phrase.sources) : inner.sources
  const sources = whole.filter(one => !isOwn(article, one))
  if (sources.length === 0) return OWN
  return {
    sources,
    stance: inner.stance,
    cue: inner.cue.span,
    denies: inner.cue.denies,
    because: [inner.because, inner.cue.because],
  }
}
