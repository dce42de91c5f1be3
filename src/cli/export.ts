/** `hasab export`: claims or articles of a record as JSON Lines or CSV, part by part. */
import { EXPORT_FORMATS, EXPORT_KINDS, type ExportWish, exportLines } from '../server/exported.ts'
import { openStore } from '../store/store.ts'
import { readFilter } from './find.ts'
import { failWith, type Io, say } from './io.ts'
import { FILTERS, type Given, RECORD, textOf, USUAL_RECORD, type Verb } from './verb.ts'

/** The verb `export`. */
export const EXPORT: Verb = {
  name: 'export',
  takes: 'claims|articles',
  words: [1, 1],
  options: [
    RECORD,
    { name: 'format', value: 'jsonl|csv' },
    ...FILTERS,
    { name: 'optional' },
    { name: 'bom' },
  ],
  run: runExport,
}

async function runExport(given: Given, io: Io): Promise<number> {
  const [word = ''] = given.words
  const kind = EXPORT_KINDS.find(name => name === word)
  const asked = textOf(given, 'format') ?? 'jsonl'
  const format = EXPORT_FORMATS.find(name => name === asked)
  const filter = readFilter(given)
  if (kind === undefined) return misuse(io, 'usage.kind', { kind: word, kinds: EXPORT_KINDS.join(', ') })
  if (format === undefined) return misuse(io, 'usage.kind', { kind: asked, kinds: EXPORT_FORMATS.join(', ') })
  if ('misuse' in filter) return misuse(io, filter.misuse, { option: filter.option })
  const optional = given.options.optional === true ? 'yes' : 'no'
  const wish = { kind, format, filter: { ...filter, optional }, hasMark: given.options.bom === true } as const
  return exportRecord(textOf(given, 'record') ?? USUAL_RECORD, io, wish)
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

function misuse(io: Io, key: string, values: Readonly<Record<string, string>>): number {
  io.tell(`${say(io, key, values)}\n`)
  return 2
}
