/** An article, its claims and a place, over readings made by hand; articles that mean harm, and one with 5,000 claims. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GAZETTE, madeEntry } from '../store/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore, type Store } from '../store/store.ts'
import {
  buildDesk,
  findBarriers,
  findOverflow,
  openPage,
  serveStore,
  startBrowser,
} from './browser.contract.ts'
import { HOSTILE_ARTICLE, longLine, manyClaims, TOLD_BY_THREE } from './readings.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-article-'))
const desk = join(folder, 'web')
const told = madeEntry(TOLD_BY_THREE)
const hostile = madeEntry(HOSTILE_ARTICLE)
const many = madeEntry(manyClaims())
const line = madeEntry(longLine())
let browser: Browser
let store: Store
let empty: Store
let served: Awaited<ReturnType<typeof serveStore>>
let servedEmpty: Awaited<ReturnType<typeof serveStore>>

beforeAll(async () => {
  buildDesk(desk)
  store = must(await openStore(join(folder, 'r.db'), { write: GAZETTE }))
  must(await store.add([told, hostile, many, line], []))
  empty = must(await openStore(join(folder, 'empty.db'), { write: GAZETTE }))
  served = await serveStore(store, desk)
  servedEmpty = await serveStore(empty, desk)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  served?.end()
  servedEmpty?.end()
  await store?.close()
  await empty?.close()
  rmSync(folder, { recursive: true })
})

const addressOf = (entry: typeof told, more = '') => `${served.base}/articles/${entry.article.id}${more}`

describe('an article', () => {
  it('shows the claim of the address with its chain, its day and how that is known', async () => {
    const { page, faults } = await openPage(browser, addressOf(told, '?claim=a'), { language: 'en' })
    const card = page.getByRole('region', { name: 'captures' })
    await card.waitFor()
    const text = (await card.textContent()) ?? ''
    expect(text).toContain('syrian-army «قوات الجيش»')
    expect(text).toContain('1 November 2017')
    expect(text).toContain('yesterday, from the date of publication')
    expect(text).toContain('doubted')
    const hops = await card.locator('.chain li').allTextContents()
    expect(hops.map(hop => hop.replace(/\s+/g, ' ').trim())).toEqual([
      'furat this article',
      'وكالة سبيدة agency',
      'شبكة نخلة الدير outlet',
      'مصدراً عسكرياً unnamed · the root, as far as the text shows',
    ])
    const current = await page.locator('.seg.current').allTextContents()
    expect(current.join('')).toBe('قوات الجيش سيطرت على حي الحميدية أمس')
    expect(await page.locator('.reader p').first().getAttribute('dir')).toBe('rtl')
    expect(await findBarriers(page)).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('is read with the keys: next, previous, card, copy, back, help', async () => {
    const { page } = await openPage(browser, addressOf(told))
    await page.locator('.seg').first().waitFor()
    await page.keyboard.press('j')
    await page.waitForURL(/claim=a/)
    await page.keyboard.press('j')
    await page.waitForURL(/claim=b/)
    await page.keyboard.press('k')
    await page.waitForURL(/claim=a/)
    await page.keyboard.press('y')
    await page.getByRole('status').getByText('نُسخ').waitFor({ state: 'attached' })
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\n').slice(0, 2)).toEqual([
      '«قوات الجيش سيطرت على حي الحميدية أمس»',
      '— مصدراً عسكرياً › شبكة نخلة الدير › وكالة سبيدة › صدى الفرات',
    ])
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('card')
    await page.keyboard.press('Escape')
    await page.waitForURL(url => !url.search.includes('claim'))
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('leaves the headline out of the count, and shows it when asked', async () => {
    const { page } = await openPage(browser, addressOf(told), { language: 'en' })
    expect(await page.locator('h1 .seg').count()).toBe(0)
    await page.getByRole('button', { name: 'Show what is left out 1' }).click()
    expect(await page.locator('h1 .seg').count()).toBe(1)
    await page.locator('h1 .seg').click()
    await page.getByText('Left out of every count: a headline, a repeat or a flourish.').waitFor()
    await page.context().close()
  })

  it('has a sheet on a phone that peeks and opens', async () => {
    const { page } = await openPage(browser, addressOf(told), { width: 390 })
    await page.locator('.reader .seg').first().click()
    const handle = page.getByRole('button', { name: 'افتح البطاقة' })
    await handle.click()
    await page.getByText('مصدراً عسكرياً').last().waitFor()
    expect(await findOverflow(page)).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    await page.context().close()
  })
})

describe('a place', () => {
  it('shows who said what and when, ticks for dated claims and rings for the others', async () => {
    const { page, faults } = await openPage(browser, `${served.base}/places/sy-dez-hamidiya`, {
      language: 'en',
    })
    await page.locator('.ribbon').first().waitFor()
    expect(await page.locator('.ribbon .mark.dated-text').count()).toBeGreaterThan(0)
    expect(await page.locator('.ribbon .mark.dated-published').count()).toBeGreaterThan(0)
    await page.locator('.ribbon', { hasText: 'مصدراً عسكرياً' }).click()
    expect(await page.locator('.claim-item .quote').allTextContents()).toEqual([
      'قوات الجيش سيطرت على حي الحميدية أمس',
    ])
    await page.getByRole('link', { name: 'Open in the article' }).click()
    await page.waitForURL(/claim=a/)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('an article that means harm', () => {
  it.each(['ar', 'en'] as const)('runs nothing and styles nothing (%s)', async language => {
    const { page, faults } = await openPage(browser, addressOf(hostile, '?claim=%22%3E%3Ci%3E'), { language })
    await page.getByText('globalThis.harmed = 1', { exact: false }).first().waitFor()
    expect(await page.evaluate(() => (globalThis as { harmed?: number }).harmed)).toBeUndefined()
    expect(await page.locator('main script, main style, main img').count()).toBe(0)
    expect(await page.locator('body').isVisible()).toBe(true)
    expect(await findBarriers(page)).toEqual([])
    for (const path of ['/', '/claims', '/articles', '/?q=harmed']) await page.goto(served.base + path)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('an article with 5,000 claims', () => {
  it('is drawn whole, and a claim in its middle can be selected', async () => {
    const { page, faults } = await openPage(browser, addressOf(many, '?claim=n2500'), { language: 'en' })
    await page.locator('.card').waitFor()
    expect(await page.locator('.card-foot').textContent()).toContain('of 5,000')
    expect(await page.locator('.reader p').count()).toBe(100)
    await page.keyboard.press('j')
    await page.waitForURL(/claim=n2501/)
    expect(await page.locator('.seg.current').first().isVisible()).toBe(true)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('an article of 10 MB in one line, with scripts, overrides and 5,000 claims', () => {
  it('is shown as text in pieces, runs nothing, and a claim in its middle is brought into view', async () => {
    expect(line.bytes).toBeGreaterThan(9_000_000)
    const { page, faults } = await openPage(browser, addressOf(line, '?claim=n2500'), { language: 'en' })
    await page.locator('.card').waitFor()
    expect(await page.evaluate(() => (globalThis as { harmed?: number }).harmed)).toBeUndefined()
    expect(await page.locator('main script, main style').count()).toBe(0)
    expect(await page.locator('body').isVisible()).toBe(true)
    await page.waitForFunction(() => {
      const top = document.querySelector('.seg.current')?.getBoundingClientRect().top ?? -1
      return top > 0 && top < innerHeight
    })
    await page.keyboard.press('j')
    await page.waitForURL(/claim=n2501/)
    expect(await page.locator('.card-foot').textContent()).toContain('of 5,000')
    expect(await findOverflow(page)).toBe(0)
    for (const path of ['/', '/claims', '/articles', '/review', '/?q=قوات'])
      await page.goto(served.base + path)
    await page.locator('.claim-item').first().waitFor()
    expect(await page.evaluate(() => (globalThis as { harmed?: number }).harmed)).toBeUndefined()
    expect(faults).toEqual([])
    await page.context().close()
    // Seven pages, each over ten megabytes.
  }, 180_000)
})

describe('an empty record', () => {
  it.each(['ar', 'en'] as const)('says what to run (%s)', async language => {
    const { page, faults } = await openPage(browser, servedEmpty.base, { language })
    await page.getByText('npm run demo').waitFor()
    expect(await page.getByText('hasab read').count()).toBe(1)
    expect(await findBarriers(page)).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })
})
