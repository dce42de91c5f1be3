/** Synthetic readings: what a reader would have made of the articles of an invented country, as many as are asked for. */
import { createHash } from 'node:crypto'
import type { Article, Claim, Mention, Participant, Reading, Source, Span } from '../../src/model.ts'
import { dayNumber, writeDay } from '../../src/record/days.ts'
import type { Gazette, NameRow } from '../../src/store/names.ts'
import { type Draft, nextDraft, type Sentence, type World } from './drafts.ts'
import { startDraw } from './draw.ts'
import { type Happening, listCountry } from './happenings.ts'
import { inventWords } from './words.ts'

const SEED = 20_171_103
const FIRST_DAY = dayNumber('2011-03-15')
/** Ten years, however many articles there are. */
const DAYS = 3650
const OUTLETS = 400

/** Invents so many readings, in the order of their days: the same every time. `gazette` lends its places and actors. */
export function* inventReadings(count: number, gazette: Gazette): Generator<Reading> {
  const draw = startDraw(SEED)
  const world: World = {
    country: listCountry(gazette, draw),
    vocabulary: inventWords(draw),
    draw,
    outlets: OUTLETS,
    drafts: [],
    happenings: [],
  }
  for (let i = 0; i < count; i++) {
    const day = FIRST_DAY + Math.floor((i / count) * DAYS)
    const isDated = draw.isTrue(0.95)
    yield setReading(nextDraft(world, day), { name: `invented-${i}`, isDated, lexicon: gazette.version })
  }
}

interface Known {
  readonly name: string
  readonly isDated: boolean
  readonly lexicon: string
}

function setReading(draft: Draft, { name, isDated, lexicon }: Known): Reading {
  const sheet = new Sheet()
  const title = sheet.put(draft.headline.join(' '))
  sheet.put('\n')
  const credits = draft.credit === null ? [] : [sheet.credit(`outlet-${draft.credit}`)]
  const start = sheet.length
  for (const sentence of draft.sentences) sheet.sentence(sentence)
  const { text, claims, mentions } = sheet
  const article: Article = {
    id: createHash('sha256').update(`${name}\n${text}`).digest('hex'),
    name,
    text,
    format: 'text',
    outlet: `outlet-${draft.outlet}`,
    url: `https://outlet-${draft.outlet}.example/${name}`,
    title: { span: title },
    published: isDated ? writeDay(draft.day) : null,
    publishedFrom: isDated ? 'dateline' : null,
    updated: null,
    credits,
    body: [start, text.length],
    regions: [],
    lexicon,
  }
  return { article, mentions, claims }
}

/** An article as it is set, sentence by sentence. */
class Sheet {
  text = ''
  readonly claims: Claim[] = []
  readonly mentions: Mention[] = []

  get length(): number {
    return this.text.length
  }

  put(words: string): Span {
    const start = this.text.length
    this.text += words
    return [start, this.text.length]
  }

  credit(name: string): { text: string; span: Span } {
    const credit = { text: name, span: this.put(name) }
    this.put('\n')
    return credit
  }

  sentence({ words, tells, voice, isDated }: Sentence): void {
    const start = this.length
    const half = Math.floor(words.length / 2)
    const sources: Source[] = []
    if (voice !== null)
      sources.push({ text: voice.name, kind: voice.kind, actor: voice.actor, span: this.put(voice.name) })
    this.put(` ${words.slice(0, half).join(' ')} `)
    const told = tells === null ? null : this.tell(tells)
    this.put(` ${words.slice(half).join(' ')}`)
    const span: Span = [start, this.length]
    if (told !== null && tells !== null)
      this.claims.push({
        ...told,
        span,
        evidence: this.text.slice(...span),
        sources,
        time: isDated ? tells.day : null,
      })
    this.put('.\n')
  }

  /** What happened, in words: the agent, the place, the target. */
  tell({ type, place, agent, target, dead }: Happening): Claim {
    const participants = [this.actor(agent)]
    const at = this.place(place)
    const against = target === null ? [] : [this.actor(target)]
    if (dead !== null) this.put(`${dead} `)
    return {
      id: `c${this.claims.length + 1}`,
      type,
      span: at.span,
      evidence: '',
      cue: null,
      agent: participants,
      target: against,
      places: [{ ...at, role: 'at' }],
      time: null,
      timeSpan: null,
      timeFrom: null,
      modality: 'asserted',
      count: dead === null ? null : { what: 'person', min: dead, max: dead, outcome: ['killed'] },
      sources: [],
      stance: 'none',
      optional: false,
      because: [
        `events/${type}`,
        '<trigger> + <place>',
        'keep: war in the article: all 0.88, noun 0.57',
        `place: proposed 0.41`,
      ],
      confidence: 0.9,
    }
  }

  actor({ id, name }: NameRow): Participant {
    const mention = { actor: id, text: name, span: this.put(name) }
    this.put(' ')
    this.mentions.push({ kind: 'actor', ...mention })
    return mention
  }

  place({ id, name, lat, lon }: NameRow) {
    const mention = { place: id, text: name, span: this.put(name), lat, lon }
    this.put(' ')
    this.mentions.push({ kind: 'place', precision: 'point', ...mention })
    return mention
  }
}
