/** A contradiction as a line of text: its kind, what each side says, and whether anything resolves it. */
import type { Contradiction } from '../record/relations.ts'
import type { Names } from '../server/api.ts'
import { type Io, say } from './io.ts'
import { nameIn } from './text.ts'

/** The words of values that the interface has words for, with where those stand. */
const WORDS = ['ui.outcome', 'ui.counted', 'ui.type', 'ui.modality']

/** `Who: the Army captures ≠ the Group captures · open`. */
export function tellContradiction(io: Io, { kind, values, resolved }: Contradiction, names: Names): string {
  const tellWord = (word: string) => {
    const key = WORDS.map(prefix => `${prefix}.${word}`).find(known => io.messages.has(known))
    if (key !== undefined) return say(io, key)
    return word in names.places ? nameIn(io, names.places, word) : nameIn(io, names.actors, word)
  }
  const tell = (value: string) => (kind === 'date' ? value : value.split(/[| ]/).map(tellWord).join(' '))
  const state = say(io, `ui.contradiction.resolved.${resolved ?? 'none'}`)
  return `  ${say(io, `ui.contradiction.${kind}`)}: ${tell(values[0])} ≠ ${tell(values[1])} · ${state}\n`
}

/** What the values of contradictions may name: actors and places, divided by a bar or a space. */
export function listValues(contradictions: readonly Contradiction[]): string[] {
  return contradictions.flatMap(({ values }) => values.flatMap(value => value.split(/[| ]/)))
}
