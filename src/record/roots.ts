/** Whose word a claim is: the voice at the far end of its chain. */
import type { Claim, Source, SourceKind } from '../model.ts'
import { foldWord } from '../text/fold.ts'

/** The voice that a claim rests on. Two claims of one `key` rest on one voice, as far as the words show. */
export interface Root {
  readonly key: string
  readonly text: string
  readonly kind: SourceKind | 'own'
  readonly actor: string | null
}

/** A source without a name of its own: two articles' "local sources" are not known to be the same people. */
const NAMELESS = new Set<SourceKind>(['anonymous', 'report', 'person'])

/**
 * The root of a claim in an article of `outlet`. The first source of the chain, who says it; where there is none, the outlet.
 * A source with a row is one voice everywhere; a nameless one only with whoever passes its word on: in "Example Agency, quoting
 * a military source" the source is the agency's, whichever outlet carries it.
 */
export function findRoot(claim: Claim, outlet: string): Root {
  const [source, teller] = claim.sources
  if (source === undefined) return { key: `outlet:${outlet}`, text: outlet, kind: 'own', actor: null }
  const { text, kind } = source
  const actor = source.actor ?? null
  const key = sourceName(source)
  const isNamed = actor !== null || !NAMELESS.has(kind)
  return {
    key: isNamed ? key : `${key}@${teller === undefined ? outlet : sourceName(teller)}`,
    text,
    kind,
    actor,
  }
}

/** A source by its row, else by its words: `actor:sohr`, `words:...`. */
export function sourceName({ actor, text }: Pick<Source, 'actor' | 'text'>): string {
  return typeof actor === 'string' ? `actor:${actor}` : `words:${sourceKey(text)}`
}

/** The spelling under which the words of a source are kept and looked for. */
export function sourceKey(text: string): string {
  return foldWord(text).split(/\s+/).filter(Boolean).join(' ')
}
