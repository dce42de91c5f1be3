/** The desk over the project's own samples, as a person sees it: every page, both languages, light and dark, a phone. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ran } from '../cli/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore, type Store, type Summary } from '../store/store.ts'
import {
  buildDesk,
  findBarriers,
  findOverflow,
  findShift,
  openPage,
  ROOT,
  type Seen,
  serveStore,
  startBrowser,
} from './browser.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-desk-'))
const desk = join(folder, 'web')
let browser: Browser
let store: Store
let summary: Summary
let served: Awaited<ReturnType<typeof serveStore>>

beforeAll(async () => {
  buildDesk(desk)
  await ran(['read', join(ROOT, 'samples'), '--record', join(folder, 'r.db')])
  store = must(await openStore(join(folder, 'r.db')))
  summary = await store.summary()
  served = await serveStore(store, desk)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  served?.end()
  await store?.close()
  rmSync(folder, { recursive: true })
})

const LISTS = [
  '/',
  '/articles',
  '/claims',
  '/places',
  '/field',
  '/events',
  '/contradictions',
  '/outlets',
  '/actors',
  '/problems',
  '/review',
  '/words',
  '/compare',
  '/dossier?type=capture',
]
const LOOKS = [
  { language: 'ar', theme: 'light' },
  { language: 'ar', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const

/** The first article, the place with most claims, the first event and the outlets with most articles stand for all. */
const PAGES = [
  ...LISTS,
  'an article',
  'a place',
  'an event',
  'a dossier',
  'an outlet',
  'two outlets',
  'two articles',
]

async function addressOf(path: string): Promise<string> {
  return served.base + (path.startsWith('/') ? path : await findExample(path))
}

async function findExample(path: string): Promise<string> {
  const [first, second] = summary.newest.map(({ id }) => id)
  const [event] = must(await store.findEvents({}, { limit: 1 })).items
  const [place] = must(await store.findPlaces(undefined, { limit: 1 })).items
  const [outlet, other] = must(await store.findOutlets({ limit: 2 })).items.map(({ id }) =>
    encodeURIComponent(id),
  )
  const examples: Readonly<Record<string, string>> = {
    'an article': `/articles/${first}`,
    'two articles': `/compare?a=${first}&b=${second}`,
    'an event': `/events/${event?.id}`,
    'a dossier': `/events/${event?.id}/dossier`,
    'a place': `/places/${place?.id}`,
    'an outlet': `/outlets/${outlet}`,
    'two outlets': `/compare?a=${outlet}&b=${other}`,
  }
  return examples[path] ?? path
}

describe.each(LOOKS)('in $language, $theme', look => {
  let seen: Seen
  beforeAll(async () => {
    seen = await openPage(browser, served.base, look)
  })
  afterAll(() => seen?.page.context().close())

  it.each(PAGES)('%s is drawn without error, barrier, shift or request to elsewhere', async path => {
    const { page, faults } = seen
    await page.goto(await addressOf(path), { waitUntil: 'networkidle' })
    await page.locator('main h1').first().waitFor()
    expect(await page.locator('html').getAttribute('dir')).toBe(look.language === 'ar' ? 'rtl' : 'ltr')
    expect(await page.locator('html').getAttribute('lang')).toBe(look.language)
    expect(await page.locator('html').getAttribute('data-theme')).toBe(look.theme)
    expect(await findBarriers(page)).toEqual([])
    expect(await findShift(page)).toBeLessThan(0.05)
    expect(faults.splice(0)).toEqual([])
  })
})

describe.each(['ar', 'en'] as const)('on a phone, in %s', language => {
  let seen: Seen
  beforeAll(async () => {
    seen = await openPage(browser, served.base, { language, width: 390 })
  })
  afterAll(() => seen?.page.context().close())

  it.each(PAGES)('%s is no wider than the screen', async path => {
    const { page, faults } = seen
    await page.goto(await addressOf(path), { waitUntil: 'networkidle' })
    await page.locator('main h1').first().waitFor()
    expect(await findOverflow(page)).toBe(0)
    expect(faults.splice(0)).toEqual([])
  })
})

describe('the home page', () => {
  it('shows what was read and what failed, with the hint', async () => {
    const { page } = await openPage(browser, served.base, { language: 'en' })
    const counts = page.getByRole('list', { name: 'What the record holds' })
    await counts.waitFor()
    const { articles, claims, places, outlets, problems } = summary
    const shown = (await counts.locator('b').allTextContents()).map(Number)
    expect(shown).toEqual([articles, claims, places, outlets, problems])
    expect(articles).toBeGreaterThan(15)
    expect(problems).toBeGreaterThan(0)
    const failed = page.getByRole('region', { name: 'What failed and why' })
    await failed.getByText('wire.jsonl:4', { exact: false }).first().waitFor()
    await page.context().close()
  })

  it('finds articles, claims and places, and keeps the words in the address', async () => {
    const { page } = await openPage(browser, served.base)
    await page.keyboard.press('/')
    await page.keyboard.type('الميادين')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\?q=/)
    await page.locator('.claim-item mark').first().waitFor()
    expect(await page.locator('.claim-item mark').first().textContent()).toContain('ميادين')
    await page
      .getByRole('region', { name: 'الأماكن' })
      .getByRole('link', { name: 'الميادين' })
      .first()
      .click()
    await page.waitForURL(/\/places\//)
    await page.context().close()
  })

  it('switches language, numerals and light, and remembers them', async () => {
    const { page } = await openPage(browser, served.base)
    const first = page.locator('.counts b').first()
    expect(await first.textContent()).toMatch(/[٠-٩]/)
    await page.getByRole('button', { name: '123' }).click()
    expect(await first.textContent()).toMatch(/[0-9]/)
    await page.getByRole('button', { name: 'إضاءة داكنة' }).click()
    await page.getByRole('button', { name: 'En' }).click()
    await page.getByRole('heading', { name: 'Last published' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Last published' }).waitFor()
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.context().close()
  })
})

describe('lists', () => {
  it('are narrowed by their address', async () => {
    const { page } = await openPage(browser, `${served.base}/claims?family=talks`, { language: 'en' })
    await page.locator('.claim-item').first().waitFor()
    const talks = summary.families.find(({ family }) => family === 'talks')?.claims ?? 0
    expect(await page.locator('.total').textContent()).toBe(`${talks} claims`)
    await page.getByLabel('Type').selectOption('negotiate')
    await page.waitForURL(/type=negotiate/)
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.waitForURL(/\/claims$/)
    await page.context().close()
  })

  it('say so when nothing fits, and when there is no such page', async () => {
    const { page } = await openPage(browser, `${served.base}/claims?q=nothing-like-it`, { language: 'en' })
    await page.getByText('Nothing fits.', { exact: false }).waitFor()
    await page.goto(`${served.base}/nowhere`)
    await page.getByText('There is no page at this address').waitFor()
    await page.goto(`${served.base}/articles/unknown`)
    await page.getByRole('alert').waitFor()
    await page.context().close()
  })
})

describe('what is loaded first', () => {
  it('is under 150 kB of compressed script', () => {
    const index = readFileSync(join(desk, 'index.html'), 'utf8')
    const table = readdirSync(join(desk, 'assets')).filter(name => /^ar-.*\.js$/.test(name))
    const scripts = [...index.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name)
    expect(scripts.length).toBeGreaterThan(0)
    const bytes = [...scripts, ...table].map(
      name => gzipSync(readFileSync(join(desk, 'assets', name))).length,
    )
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000)
  })
})
