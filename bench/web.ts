/**
 * How much the desk loads first, and how long a reader waits: for the home page, for an article of 5,000 claims, for the
 * next claim. Prints a table. Needs Chromium.
 *
 *     node bench/web.ts
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { GAZETTE, madeEntry } from '../src/store/made.contract.ts'
import { openStore } from '../src/store/store.ts'
import { buildDesk, openPage, serveStore, startBrowser } from '../src/web/browser.contract.ts'
import { manyClaims } from '../src/web/readings.contract.ts'

const TIMES = 5

function print(what: string, figure: string): void {
  console.log(`${what.padEnd(52)} ${figure.padStart(12)}`)
}

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

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

async function repeat(what: string, measure: () => Promise<number>): Promise<void> {
  const values: number[] = []
  for (let i = 0; i < TIMES; i++) values.push(await measure())
  print(`${what}, median of ${TIMES}`, `${median(values).toFixed(0)} ms`)
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

const folder = mkdtempSync(join(tmpdir(), 'hasab-bench-web-'))
buildDesk(join(folder, 'web'))
measureScripts(join(folder, 'web'))
const entry = madeEntry(manyClaims())
const store = await openStore(join(folder, 'r.db'), { write: GAZETTE })
if (!store.ok) throw new Error(store.problem.code)
await store.value.add([entry], [])
const served = await serveStore(store.value, join(folder, 'web'))
await measurePages(served.base, entry.article.id)
served.end()
await store.value.close()
rmSync(folder, { recursive: true })
