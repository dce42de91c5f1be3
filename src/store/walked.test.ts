import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GAZETTE, madeEntry } from './made.contract.ts'
import { must } from './store.contract.ts'
import { openStore, type Page, type Part, type Store } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-walked-'))
const MANY = 40
let store: Store

beforeAll(async () => {
  const path = join(folder, 'r.db')
  const writer = must(await openStore(path, { write: GAZETTE }))
  const entries = Array.from({ length: MANY }, (_, i) =>
    madeEntry({ name: `n${i}`, text: `${i} سيطرت قوات الجيش على حي الحميدية`, claims: [{}] }),
  )
  must(await writer.add(entries, []))
  must(await writer.relate())
  await writer.close()
  store = must(await openStore(path))
})
afterAll(async () => {
  await store?.close()
  rmSync(folder, { recursive: true })
})

/** All of a list in parts of three, which are full long before all that fits would be sorted. */
async function walk<T>(find: (part: Part) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  for (let page: string | undefined; ; ) {
    const part = await find({ limit: 3, page })
    items.push(...part.items)
    if (part.next === null) return items
    page = part.next
  }
}

it.each([
  ['claims of a place', (part: Part) => store.findClaims({ place: 'sy-dez' }, part).then(must)],
  ['claims of an actor', (part: Part) => store.findClaims({ actor: 'syrian-army' }, part).then(must)],
  ['claims of an outlet', (part: Part) => store.findClaims({ outlet: 'furat' }, part).then(must)],
  ['articles of a place', (part: Part) => store.findArticles({ place: 'sy' }, part).then(must)],
  ['events of an actor', (part: Part) => store.findEvents({ actor: 'syrian-army' }, part).then(must)],
  ['events of a type', (part: Part) => store.findEvents({ type: 'capture' }, part).then(must)],
] as const)('%s are the same walked and sorted', async (_, find) => {
  const sorted = (await (find as (part: Part) => Promise<Page<unknown>>)({ limit: 200 })).items
  expect(sorted.length).toBeGreaterThan(0)
  expect(await walk(find as (part: Part) => Promise<Page<unknown>>)).toEqual(sorted)
})

it('counts anew what another wrote', async () => {
  const before = must(await store.findClaims({}, {})).total
  const writer = must(await openStore(join(folder, 'r.db'), { write: GAZETTE }))
  must(
    await writer.add(
      [madeEntry({ name: 'more', text: 'قوات الجيش سيطرت على حي الحميدية', claims: [{}] })],
      [],
    ),
  )
  await writer.close()
  expect(must(await store.findClaims({}, {})).total).toBe(before + 1)
  expect((await store.summary()).articles).toBe(MANY + 1)
})
