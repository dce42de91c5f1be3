/**
 * How much the desk loads first, and how long a reader waits: for an article of 5,000 claims, for the next claim; over a large
 * record for each route of the API, for the largest paint, and between two frames while the field's days are scrubbed. Prints
 * a table. Needs Chromium.
 *
 *     node bench/web.ts [--record=FILE] [--articles=N]
 *
 * Without `--record` a synthetic record of 100,000 articles, or of N, is made and related first, which takes long.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { GAZETTE, madeEntry } from '../src/store/made.contract.ts'
import { openStore } from '../src/store/store.ts'
import { buildDesk, openPage, serveStore, startBrowser } from '../src/web/browser.contract.ts'
import { manyClaims } from '../src/web/readings.contract.ts'
import { growRecord } from './record/grow.ts'
import { measureFrames, measurePaint } from './web/frames.ts'
import { partOf, print } from './web/print.ts'
import { measureRoutes } from './web/routes.ts'

const TIMES = 5

const option = (name: string) =>
  process.argv.find(argument => argument.startsWith(`--${name}=`))?.slice(name.length + 3)

/** The scripts of `index.html` with a table of words, as they are compressed. */
function measureScripts(desk: string): void {
  const index = readFileSync(join(desk, 'index.html'), 'utf8')
  const scripts = [...index.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name)
  const all = readdirSync(join(desk, 'assets'))
  const table = all.filter(name => /^ar-.*\.js$/.test(name))
  const sizeOf = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(desk, 'assets', name))).length, 0)
  print('script of the first load, gzip', `${(sizeOf([...scripts, ...table]) / 1000).toFixed(1)} kB`)
  print(
    'script of the map, gzip',
    `${(sizeOf(all.filter(name => /^(place-map|maplibre).*js$/.test(name))) / 1000).toFixed(1)} kB`,
  )
}

async function repeat(what: string, measure: () => Promise<number>): Promise<void> {
  const values: number[] = []
  for (let i = 0; i < TIMES; i++) values.push(await measure())
  print(`${what}, median of ${TIMES}`, `${partOf(values, 0.5).toFixed(0)} ms`)
}

async function measurePages(base: string, article: string): Promise<void> {
  const browser = await startBrowser()
  const open = async (address: string, until: string) => {
    const { page } = await openPage(browser, address)
    await page.locator(until).first().waitFor()
    return page
  }
  await repeat('home page, opened to drawn', async () => {
    const start = performance.now()
    const page = await open(base, '.counts')
    const end = performance.now()
    await page.context().close()
    return end - start
  })
  await repeat('article of 5,000 claims, opened to drawn', async () => {
    const start = performance.now()
    const page = await open(`${base}/articles/${article}`, '.seg')
    const end = performance.now()
    await page.context().close()
    return end - start
  })
  const page = await open(`${base}/articles/${article}?claim=n2500`, '.card')
  let at = 2500
  await repeat('next claim among 5,000, key to card', async () => {
    const start = performance.now()
    await page.keyboard.press('j')
    await page.locator('.card-head bdi', { hasText: `n${++at}` }).waitFor()
    return performance.now() - start
  })
  await browser.close()
}

/** An article of 5,000 claims in a record of its own. */
async function measureLong(folder: string): Promise<void> {
  const entry = madeEntry(manyClaims())
  const store = await openStore(join(folder, 'r.db'), { write: GAZETTE })
  if (!store.ok) throw new Error(store.problem.code)
  await store.value.add([entry], [])
  const served = await serveStore(store.value, join(folder, 'web'))
  await measurePages(served.base, entry.article.id)
  served.end()
  await store.value.close()
}

/** A record as large as an archive. */
async function measureRecord(folder: string): Promise<void> {
  const path = option('record') ?? join(folder, 'large.db')
  if (option('record') === undefined) await growRecord(path, Number(option('articles') ?? 100_000))
  const store = await openStore(path)
  if (!store.ok) throw new Error(store.problem.code)
  const { articles, claims } = await store.value.summary()
  print('a record of articles, claims', `${articles}, ${claims}`)
  const served = await serveStore(store.value, join(folder, 'web'))
  await measureRoutes(served.base, store.value)
  const browser = await startBrowser()
  await measurePaint(browser, served.base)
  await measureFrames(browser, served.base)
  await browser.close()
  served.end()
  await store.value.close()
}

const folder = mkdtempSync(join(tmpdir(), 'hasab-bench-web-'))
buildDesk(join(folder, 'web'))
measureScripts(join(folder, 'web'))
await measureLong(folder)
await measureRecord(folder)
rmSync(folder, { recursive: true })
