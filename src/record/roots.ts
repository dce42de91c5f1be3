/** Whose word a claim is: the voice at the end of its chain. */
import type { Claim, SourceKind } from '../model.ts'
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
 * The root of a claim in an article of `outlet`. The last source of the chain; where there is none, the outlet.
 * A source with a row is one voice everywhere; a nameless one only within its outlet.
 */
export function findRoot(claim: Claim, outlet: string): Root {
  const source = claim.sources.at(-1)
  if (source === undefined) return { key: `outlet:${outlet}`, text: outlet, kind: 'own', actor: null }
  const { text, kind } = source
  const actor = source.actor ?? null
  if (actor !== null) return { key: `actor:${actor}`, text, kind, actor }
  const words = sourceKey(text)
  return { key: NAMELESS.has(kind) ? `words:${words}@${outlet}` : `words:${words}`, text, kind, actor }
}

/** The spelling under which the words of a source are kept and looked for. */
export function sourceKey(text: string): string {
  return foldWord(text).split(/\s+/).filter(Boolean).join(' ')
}
