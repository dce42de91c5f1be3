/** Sentences that say which actors, places, dates and numbers a text names. */

import { findQuoted, NONE } from '../explain/quoted.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { findHits } from '../lexicon/match.ts'
import { findMentions } from '../mentions/mentions.ts'
import type { DateMention, Mention, NumberMention, Span } from '../model.ts'
import { readText } from '../text/text.ts'
import type { Spec } from './specs.ts'

type Fault = string | undefined

function readMentions({ text, now }: Spec, lexicon: Lexicon): Mention[] {
  const read = readText(text)
  return findMentions(read, findHits(read, lexicon), { lexicon, published: now, outlet: null })
}

/**
 * `قوات النظام=syrian-army ; لواء السهل=? ; الشهداء=—`: the first words are that actor, the second one without a row, the
 * third none; other words may be actors too. `—`: no actor at all.
 */
export function tellActors(spec: Spec, lexicon: Lexicon): Fault {
  const found = readMentions(spec, lexicon).flatMap(mention =>
    mention.kind === 'actor' ? [{ ...mention, id: mention.actor ?? '?' }] : [],
  )
  return tellNamed(spec, found)
}

/** Likewise for places: `الطيبة=sy-dez-tiba`. */
export function tellPlaces(spec: Spec, lexicon: Lexicon): Fault {
  const found = readMentions(spec, lexicon).flatMap(mention =>
    mention.kind === 'place' ? [{ ...mention, id: mention.place ?? '?' }] : [],
  )
  return tellNamed(spec, found)
}

type Named = Mention & { readonly id: string }

function tellNamed({ text, want }: Spec, found: readonly Named[]): Fault {
  const got = found.map(mention => `${mention.text}=${mention.id}`).join(' ; ') || NONE
  if (want === NONE) return found.length === 0 ? undefined : got
  const isSo = want.split(' ; ').every(piece => {
    const [words = '', id = ''] = piece.split('=')
    return hasName(found, findQuoted(text, words), id)
  })
  return isSo ? undefined : got
}

/** True where a mention of `id` stands over the words; for `—` where none does. */
function hasName(found: readonly Named[], span: Span | undefined, id: string): boolean {
  if (span === undefined) return false
  const over = found.filter(mention => mention.span[0] < span[1] && span[0] < mention.span[1])
  return id === NONE ? over.length === 0 : over.some(mention => mention.id === id)
}

/** `27=27..27[count]`: the numbers of the text, all of them, in order. */
export function tellNumbers(spec: Spec, lexicon: Lexicon): Fault {
  return tellAll(spec, readMentions(spec, lexicon).flatMap(writeNumber))
}

/** `أمس=2017-10-31`: the dates of the text, all of them, in order. */
export function tellDates(spec: Spec, lexicon: Lexicon): Fault {
  return tellAll(spec, readMentions(spec, lexicon).flatMap(writeDate))
}

function tellAll({ want }: Spec, found: readonly string[]): Fault {
  const got = found.join(' ; ') || NONE
  return got === want ? undefined : got
}

function writeNumber(mention: Mention): string[] {
  return mention.kind === 'number' ? [describeNumber(mention)] : []
}

function describeNumber({ text, min, max, approx, form }: NumberMention): string {
  return `${text}=${min ?? ''}..${max ?? ''}${approx ? '~' : ''}[${form}]`
}

function writeDate(mention: Mention): string[] {
  return mention.kind === 'date' ? [describeDate(mention)] : []
}

function describeDate({ text, edtf, clock, duration, recurs }: DateMention): string {
  const rest = [clock === undefined ? '' : `T${clock}`, duration ?? '', recurs ?? ''].join('')
  return `${text}=${edtf ?? ''}${rest}`
}
