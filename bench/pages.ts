/**
 * Walks through every page of the desk over a record of real articles, in both languages, light and dark, at a desk and on a
 * phone: faults of the page, requests to elsewhere, what axe finds serious, pages wider than the screen. Prints each and how
 * many pages were seen. Needs Chromium.
 *
 *     node bench/pages.ts [--record=FILE] [--shots=FOLDER]
 *
 * Without `--record` the articles of `../shared/data/unifiedfc` are read first, which takes some minutes; where they are absent
 * it says so.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { ran } from '../src/cli/made.contract.ts'
import { openStore, type Store } from '../src/store/store.ts'
import {
  buildDesk,
  findBarriers,
  findOverflow,
  type Look,
  openPage,
  ROOT,
  serveStore,
  startBrowser,
} from '../src/web/browser.contract.ts'

const ARTICLES = join(ROOT, '..', 'shared', 'data', 'unifiedfc', 'articles.jsonl.gz')
const LOOKS: readonly Required<Look>[] = [
  { language: 'ar', theme: 'light', width: 1440 },
  { language: 'en', theme: 'dark', width: 1440 },
  { language: 'ar', theme: 'dark', width: 390 },
  { language: 'en', theme: 'light', width: 390 },
]

const option = (name: string) =>
  process.argv.find(argument => argument.startsWith(`--${name}=`))?.slice(name.length + 3)

/** Every page by a name; those of one thing are of the thing with most behind it. */
async function listPages(store: Store): Promise<Readonly<Record<string, string>>> {
  const lists = ['articles', 'claims', 'places', 'field', 'events', 'contradictions', 'outlets', 'compare']
  const more = ['actors', 'review', 'problems', 'words', 'dossier?type=capture']
  const [outlets, places, events] = await Promise.all([
    store.findOutlets({ limit: 2 }),
    store.findPlaces(undefined, { limit: 3 }),
    store.findEvents({}, { limit: 200 }),
  ])
  if (!outlets.ok || !places.ok || !events.ok) throw new Error('the lists cannot be read')
  const [one, other] = outlets.value.items.map(({ id }) => encodeURIComponent(id))
  const event = events.value.items.reduce((most, next) => (next.claims > most.claims ? next : most))
  const { newest } = await store.summary()
  const article = newest.reduce((most, next) => (next.claims > most.claims ? next : most))
  return {
    desk: '',
    search: '?q=%D8%AF%D9%8A%D8%B1%20%D8%A7%D9%84%D8%B2%D9%88%D8%B1',
    ...Object.fromEntries([...lists, ...more].map(path => [path.split('?')[0], path])),
    article: `articles/${article.id}`,
    place: `places/${places.value.items.at(-1)?.id}`,
    event: `events/${event.id}`,
    'event-dossier': `events/${event.id}/dossier`,
    outlet: `outlets/${one}`,
    'two-outlets': `compare?a=${one}&b=${other}`,
    'two-articles': `compare?a=${newest[0]?.id}&b=${newest[1]?.id}`,
  }
}

/** What is wrong with the page that is open. */
async function findFaults(page: Page, faults: string[]): Promise<string[]> {
  const barriers = await findBarriers(page)
  const overflow = await findOverflow(page)
  return [...faults.splice(0), ...barriers, ...(overflow > 0 ? [`${overflow} pixels too wide`] : [])]
}

async function walk(
  browser: Browser,
  base: string,
  pages: Readonly<Record<string, string>>,
): Promise<number> {
  let found = 0
  for (const look of LOOKS) {
    const { page, faults } = await openPage(browser, base, look)
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`${base}/${path}`, { waitUntil: 'networkidle' })
      await page.locator('main h1').first().waitFor()
      const wrong = await findFaults(page, faults)
      found += wrong.length
      for (const fault of wrong) console.log(`${name}, ${Object.values(look).join(' ')}: ${fault}`)
      await keepShot(page, `${name}-${Object.values(look).join('-')}`)
    }
    await page.context().close()
  }
  return found
}

async function keepShot(page: Page, name: string): Promise<void> {
  const folder = option('shots')
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

async function openRecord(folder: string): Promise<Store | undefined> {
  const path = option('record') ?? join(folder, 'r.db')
  if (option('record') === undefined) {
    if (!existsSync(ARTICLES)) return undefined
    await ran(['read', ARTICLES, '--record', path])
  }
  const store = await openStore(path)
  if (!store.ok) throw new Error(store.problem.code)
  return store.value
}

const folder = mkdtempSync(join(tmpdir(), 'hasab-bench-pages-'))
const store = await openRecord(folder)
if (store === undefined) console.log(`${ARTICLES} is absent: nothing was looked at.`)
else {
  buildDesk(join(folder, 'web'))
  const served = await serveStore(store, join(folder, 'web'))
  const browser = await startBrowser()
  const pages = await listPages(store)
  const found = await walk(browser, served.base, pages)
  const seen = Object.keys(pages).length * LOOKS.length
  console.log(`${seen} pages seen over ${(await store.summary()).articles} articles, ${found} faults`)
  await browser.close()
  served.end()
  await store.close()
}
rmSync(folder, { recursive: true })
