/**
 * JSON-LD: one document with a context of prefixes alone, so that nothing has to be fetched to read it, and one node a line.
 * PROV-O says what comes from what and who says it, schema.org what things are, Web Annotation where the words stand.
 */
import type { Span } from '../../model.ts'
import type { Quote } from '../../record/quote.ts'
import type { Writing } from './layouts.ts'

/** The vocabularies that a document speaks, by prefix. `hasab` is our own: `docs/exports.md` defines its terms. */
export const CONTEXT = {
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  hasab: 'urn:hasab:term:',
} as const

/** A node or a value of the graph. */
export type Node = Readonly<Record<string, unknown>>

/** A whole graph. `lexicon`: the version that the reader of the articles had. */
export function writeGraph<T>(read: (row: T) => readonly Node[], lexicon: string | null): Writing<T> {
  const reader = {
    '@id': READER,
    '@type': 'prov:SoftwareAgent',
    'schema:name': 'Hasab',
    ...(lexicon === null ? {} : { 'schema:softwareVersion': lexicon }),
  }
  const head = `{"@context":${JSON.stringify(CONTEXT)},"@graph":[\n${JSON.stringify(reader)}`
  return {
    head,
    between: '',
    foot: '\n]}\n',
    write: row => read(row).map(node => `,\n${JSON.stringify(node)}`),
  }
}

/** The program that read the articles. */
export const READER = 'urn:hasab:reader'

/** The kinds of things that have an id of their own. */
export type NodeKind =
  | 'article'
  | 'outlet'
  | 'claim'
  | 'words'
  | 'source'
  | 'actor'
  | 'place'
  | 'event'
  | 'holding'
  | 'passage'

/** `idOf('place', 'sy-dez')` → `urn:hasab:place:sy-dez`. */
export function idOf(kind: NodeKind, id: string): string {
  return `urn:hasab:${kind}:${encodeURIComponent(id)}`
}

/** A reference to a node. */
export function link(kind: NodeKind, id: string): Node {
  return { '@id': idOf(kind, id) }
}

/** A reference to a root by its key: an outlet that speaks in its own voice is that outlet. */
export function linkRoot(key: string): Node {
  const own = 'outlet:'
  return key.startsWith(own) ? link('outlet', key.slice(own.length)) : link('source', key)
}

/** The data type of dates that may be uncertain (Library of Congress). */
const EDTF = 'http://id.loc.gov/datatypes/edtf/EDTF'

/** A date in EDTF, or nothing where there is none. */
export function dateOf(edtf: string | null): Node | undefined {
  return edtf === null ? undefined : { '@value': edtf, '@type': EDTF }
}

/** A node without the properties that have no value. */
export function withoutGaps(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

/** A stretch of an article's text by its words and by its offsets, which are counted in UTF-16 code units. */
export function selectWords(article: string, span: Span, { exact, prefix, suffix }: Quote): Node {
  return {
    '@type': 'oa:SpecificResource',
    'oa:hasSource': link('article', article),
    'oa:hasSelector': [
      withoutGaps({
        '@type': 'oa:TextQuoteSelector',
        'oa:exact': exact,
        'oa:prefix': prefix || null,
        'oa:suffix': suffix || null,
      }),
      { '@type': 'oa:TextPositionSelector', 'oa:start': span[0], 'oa:end': span[1], 'hasab:unit': 'UTF-16' },
    ],
  }
}
