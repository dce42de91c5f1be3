/** `hasab export`: what a record holds as a file that other tools read, part by part. */
import { FATALITY_POLICIES } from '../server/export/acled.ts'
import {
  EXPORT_KINDS,
  EXPORTS,
  type ExportKind,
  type ExportWish,
  exportLines,
  listFormats,
} from '../server/export/export.ts'
import { openStore } from '../store/store.ts'
import { readFilter } from './find.ts'
import { failWith, type Io, say } from './io.ts'
import { FILTERS, type Given, type Misuse, RECORD, textOf, USUAL_RECORD, type Verb } from './verb.ts'

/** The verb `export`. */
export const EXPORT: Verb = {
  name: 'export',
  takes: EXPORT_KINDS.join('|'),
  words: [1, 1],
  options: [
    RECORD,
    { name: 'format', value: 'jsonl|csv|geojson|acled|jsonld' },
    ...FILTERS,
    { name: 'fatalities', value: FATALITY_POLICIES.join('|') },
    { name: 'optional' },
    { name: 'bom' },
  ],
  run: runExport,
}

async function runExport(given: Given, io: Io): Promise<number> {
  const wish = readWish(given)
  if ('misuse' in wish) {
    io.tell(`${say(io, wish.misuse, wish.values)}\n`)
    return 2
  }
  return exportRecord(textOf(given, 'record') ?? USUAL_RECORD, io, wish)
}

function readWish(given: Given): ExportWish | Misuse {
  const [word = ''] = given.words
  const kind = EXPORT_KINDS.find(name => name === word)
  if (kind === undefined) return noneOf(word, EXPORT_KINDS)
  const asked = textOf(given, 'format') ?? 'jsonl'
  const format = listFormats(kind).find(name => name === asked)
  if (format === undefined) return noneOf(asked, listFormats(kind))
  const rule = textOf(given, 'fatalities')
  const policy = FATALITY_POLICIES.find(name => name === rule)
  if (rule !== undefined && policy === undefined) return noneOf(rule, FATALITY_POLICIES)
  const extra = findExtra(given, kind)
  if (extra !== undefined) return { misuse: 'usage.filter', values: { kind, option: extra } }
  const filter = readFilter(given)
  if ('misuse' in filter) return { misuse: filter.misuse, values: { option: filter.option } }
  const optional = given.options.optional === true ? 'yes' : 'no'
  return { kind, format, filter: { ...filter, optional }, hasMark: given.options.bom === true, policy }
}

function noneOf(kind: string, kinds: readonly string[]): Misuse {
  return { misuse: 'usage.kind', values: { kind, kinds: kinds.join(', ') } }
}

/** A filter that was given and does not narrow this kind. */
function findExtra(given: Given, kind: ExportKind): string | undefined {
  const taken: readonly string[] = EXPORTS[kind].filters
  return FILTERS.find(({ name }) => textOf(given, name) !== undefined && !taken.includes(name))?.name
}

async function exportRecord(record: string, io: Io, wish: ExportWish): Promise<number> {
  const opened = await openStore(record)
  if (!opened.ok) return failWith(io, opened.problem)
  try {
    for await (const lines of exportLines(opened.value, wish)) {
      if (!lines.ok) return failWith(io, lines.problem)
      await io.out(lines.value)
    }
    return 0
  } finally {
    await opened.value.close()
  }
}
