/**
 * What a large record costs: synthetic readings are written through the doors of the store and related, ten thousand at a
 * time, and the record is asked as its pages ask. Prints what it measured, and on how many articles.
 *
 *     node bench/record.ts [--articles=N] [--record=FILE] [--ask]
 *
 * `--record` keeps the record in a file; with `--ask` a record that is there is only asked.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/store/store.ts'
import { askRecord } from './record/ask.ts'
import { growRecord } from './record/grow.ts'
import { printSizes } from './record/sizes.ts'

const option = (name: string) =>
  process.argv.find(argument => argument.startsWith(`--${name}=`))?.slice(name.length + 3)
const articles = Number(option('articles') ?? 100_000)
const folder = option('record') === undefined ? mkdtempSync(join(tmpdir(), 'hasab-bench-')) : undefined
const path = option('record') ?? join(folder as string, 'bench.db')

if (!(process.argv.includes('--ask') && existsSync(path))) await growRecord(path, articles)
const store = await openStore(path)
if (!store.ok) throw new Error(store.problem.code)
await askRecord(store.value)
await store.value.close()
printSizes(path)
if (folder !== undefined) rmSync(folder, { recursive: true })
