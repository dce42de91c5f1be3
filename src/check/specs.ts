/** Runs the sentences of `specs/*.tsv`: each is read, and must be read so; a row with a gap must not be. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Problem } from '../model.ts'
import { tellAttribution, tellChains, tellClaims } from './specClaims.ts'
import { tellActors, tellDates, tellNumbers, tellPlaces } from './specMentions.ts'

/** One sentence with what must be read out of it. */
export interface Spec {
  readonly id: string
  readonly line: number
  readonly text: string
  /** The day of publication, where the table has one; a sentence without is read without. */
  readonly now: string | null
  readonly want: string
  readonly isGap: boolean
}

/** What is read instead of what a sentence wants; undefined where it is read so. */
type TellFault = (spec: Spec, lexicon: Lexicon) => string | undefined

const TABLES: Readonly<Record<string, TellFault>> = {
  actors: tellActors,
  places: tellPlaces,
  dates: tellDates,
  numbers: tellNumbers,
  attribution: tellAttribution,
  chains: tellChains,
  claims: tellClaims,
}

/** The names of the tables of sentences, each `specs/NAME.tsv`. */
export const SPEC_NAMES: readonly string[] = Object.keys(TABLES)

/** In a text it stands for the end of a paragraph. */
const PARAGRAPH = ' ¶ '

/** Reads a table of sentences: `id · now? · text · want · gap · note`. Rows keep their line in the file. */
export function readSpecs(source: string): Spec[] {
  const [head = '', ...lines] = source.trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map((line, i) => {
    const cells = line.split('\t')
    const cell = (name: string) => cells[columns.indexOf(name)] ?? ''
    return {
      id: cell('id'),
      line: i + 2,
      text: cell('text').replaceAll(PARAGRAPH, '\n\n'),
      now: cell('now') || null,
      want: cell('want'),
      isGap: cell('gap') === 'yes',
    }
  })
}

/**
 * Runs the sentences of one table. Problems: `spec-failed`, a sentence that is not read as it must be; `spec-passes`, one
 * that is marked as a gap and is read rightly; `spec-twice`, an id that another sentence has.
 */
export function checkSpecs(name: string, source: string, lexicon: Lexicon): Problem[] {
  const tell = TABLES[name]
  if (tell === undefined) return []
  const seen = new Set<string>()
  return readSpecs(source).flatMap(spec => {
    const where = `specs/${name}.tsv:${spec.line}`
    const { id, text, want } = spec
    if (seen.has(id)) return [{ code: 'spec-twice', where, values: { id } }]
    seen.add(id)
    const got = tell(spec, lexicon)
    if (spec.isGap) return got === undefined ? [{ code: 'spec-passes', where, values: { id } }] : []
    return got === undefined ? [] : [{ code: 'spec-failed', where, values: { id, text, want, got } }]
  })
}
