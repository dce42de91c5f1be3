/** What stands between the articles of the samples, as a person gets to it: contradictions on the desk, who held a place. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ran } from '../cli/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore, type Store } from '../store/store.ts'
import {
  buildDesk,
  findBarriers,
  findOverflow,
  openPage,
  ROOT,
  serveStore,
  startBrowser,
} from './browser.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-evidence-'))
/** A chronology that nobody wrote. */
const YEARBOOK =
  'date,place,actor,event,source\n2017-11-03,sy-dez-city,syrian-army,The city is taken,Yearbook\n'

let browser: Browser
let store: Store
let served: Awaited<ReturnType<typeof serveStore>>

beforeAll(async () => {
  buildDesk(join(folder, 'web'))
  await ran(['read', join(ROOT, 'samples'), '--record', join(folder, 'r.db')])
  writeFileSync(join(folder, 'yearbook.csv'), YEARBOOK)
  await ran(['reference', 'add', join(folder, 'yearbook.csv'), '--record', join(folder, 'r.db')])
  store = must(await openStore(join(folder, 'r.db')))
  served = await serveStore(store, join(folder, 'web'))
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  served?.end()
  await store?.close()
  rmSync(folder, { recursive: true })
})

describe('the desk', () => {
  it('shows the newest open contradictions, each side in its own words, and leads to them', async () => {
    const { page, faults } = await openPage(browser, served.base, { language: 'en' })
    const section = page.getByRole('region', { name: 'Newest contradictions' })
    const open = must(await store.findContradictions({ resolved: 'no' }, { limit: 4 }))
    expect(await section.locator('.brief').count()).toBe(open.items.length)
    const [first] = open.items
    expect(await section.locator('.side-line a').first().textContent()).toContain(
      first?.sides[0][0]?.evidence.slice(0, 20),
    )
    await section.locator('.side-line a').first().click()
    await page.waitForURL(/\/articles\/[0-9a-f]+\?claim=/)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('a place', () => {
  it('shows who held it by each source, and leads to the field on that day', async () => {
    const { page, faults } = await openPage(browser, `${served.base}/places/sy-dez-city`, { language: 'en' })
    const section = page.getByRole('region', { name: 'Who held it, and when' })
    expect(await section.locator('.hold').count()).toBeGreaterThan(2)
    const later = page.getByRole('region', { name: 'Later references' })
    expect(await later.textContent()).toContain('The city is taken')
    expect(await section.locator('.ribbon.later .later-mark').count()).toBe(1)
    await section.getByRole('link', { name: 'On the map of the field' }).click()
    await page.waitForURL(/\/field\?.*place=sy-dez-city/)
    await page.locator('.place-panel .hold').first().waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  })
})

/** The event that most claims are about. */
async function biggestEvent(): Promise<string> {
  const { items } = must(await store.findEvents({}, { limit: 200 }))
  return items.reduce((most, one) => (one.claims > most.claims ? one : most)).id
}

describe.each(['ar', 'en'] as const)('a dossier, in %s', language => {
  it('of an event has every quotation, chain and article, and prints to A4 on white paper', async () => {
    const event = await store.findEvent(await biggestEvent())
    const address = `${served.base}/events/${event?.event.id}`
    const { page, faults } = await openPage(browser, address, { language, theme: 'dark' })
    await page.locator('.event-head a[href$="/dossier"]').click()
    await page.locator('.dossier-sources li').first().waitFor()
    const claims = event?.claims ?? []
    const quotes = await page.locator('.dossier-claim .quote').allTextContents()
    expect(quotes.map(trim).sort()).toEqual(claims.map(({ evidence }) => trim(evidence)).sort())
    const articles = new Set(claims.map(({ article }) => article.id))
    expect(await page.locator('.dossier-sources li').count()).toBe(articles.size)
    for (const id of articles) expect(await page.locator('.dossier-sources').textContent()).toContain(id)
    expect(await findBarriers(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.mast').isVisible()).toBe(false)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/g)?.length).toBeGreaterThan(0)
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('of the claims of a list is narrowed as the list is, and fits a phone', async () => {
    const address = `${served.base}/claims?type=capture`
    const { page, faults } = await openPage(browser, address, { language, width: 390 })
    await page.locator('.list-tools a[href^="/dossier"]').click()
    await page.locator('.dossier-claim').first().waitFor()
    const { total } = must(await store.findClaims({ type: 'capture' }, { limit: 1 }))
    expect(await page.locator('.dossier-claim').count()).toBe(total)
    expect(await findOverflow(page)).toBe(0)
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('an outlet', () => {
  it('shows on whose word its claims rest, and leads to them', async () => {
    const { page, faults } = await openPage(browser, `${served.base}/outlets`, { language: 'en' })
    const [outlet] = must(await store.findOutlets({ limit: 1 })).items
    await page.getByRole('rowheader').getByRole('link').first().click()
    await page.waitForURL(url => decodeURIComponent(url.pathname) === `/outlets/${outlet?.id}`)
    const described = await store.findOutlet(outlet?.id ?? '')
    const own = described?.roots[0]
    const bar = page.locator('.reliance li').first()
    expect(await bar.locator('.number').textContent()).toBe(String(own?.claims))
    await bar.getByRole('link').click()
    await page.waitForURL(/\/claims\?/)
    expect(await page.locator('.total').textContent()).toBe(`${own?.claims} claims`)
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('is set beside another one: events of both, with the words of each, and what each tells alone', async () => {
    const [first, second] = must(await store.findOutlets({ limit: 2 })).items.map(({ id }) => id)
    const address = `${served.base}/outlets/${encodeURIComponent(first ?? '')}`
    const { page, faults } = await openPage(browser, address, { language: 'en' })
    await page.getByLabel('Compare with another outlet').selectOption(second ?? '')
    await page.waitForURL(/\/compare\?/)
    const compared = must(
      await store.compare({ of: 'outlets', ids: [first ?? '', second ?? ''] }, undefined, {}),
    )
    await page.locator('.compare-head .between b').waitFor()
    expect(await page.locator('.compare-head .between b').textContent()).toBe(String(compared.shared.total))
    expect(await page.locator('.shared-row').count()).toBe(compared.shared.items.length)
    const totals = await page.locator('.only-list .total').allTextContents()
    expect(totals.map(text => Number(/\d+/.exec(text)?.[0] ?? 0))).toEqual(
      compared.only.map(({ total }) => total),
    )
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('an article without a date', () => {
  it('says what the record shows of its day, and by which words', async () => {
    const id = await store.resolveArticle('nakhla-undated')
    const dating = await store.findDating(id ?? '')
    const { page, faults } = await openPage(browser, `${served.base}/articles/${id}`, { language: 'en' })
    const reasons = page.getByRole('region', { name: 'When it was published' }).getByRole('listitem')
    expect(await reasons.count()).toBe(dating?.reasons.length)
    expect(await reasons.first().textContent()).toContain('Monday')
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('the ground of the map', () => {
  it('asks for tiles only where a reader gave their address, and stops when he takes it away', async () => {
    const asked: string[] = []
    const host = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.writeHead(404, { 'access-control-allow-origin': '*' }).end()
    })
    await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve))
    const { port } = host.address() as AddressInfo
    const { page } = await openPage(browser, `${served.base}/field`, { language: 'en' })
    await page.locator('.field-map[data-ready]').waitFor()
    expect(asked).toEqual([])
    await page.getByText('The ground of the map').click()
    await page.getByLabel('Address of the tiles').fill('nowhere')
    await page.getByRole('button', { name: 'Use it' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Address of the tiles').fill(`http://127.0.0.1:${port}/{z}/{x}/{y}.png`)
    const tile = page.waitForRequest(request => request.url().startsWith(`http://127.0.0.1:${port}/`))
    await page.getByRole('button', { name: 'Use it' }).click()
    await tile
    await page.getByText('The ground of the map').click()
    await page.getByRole('button', { name: 'No tiles' }).click()
    await page.locator('.field-map[data-ready]').waitFor()
    expect(asked.length).toBeGreaterThan(0)
    expect(await page.evaluate(() => [localStorage.getItem('hasab.tiles'), document.cookie])).toEqual([
      null,
      '',
    ])
    await page.context().close()
    host.close()
  })
})

/** A quotation without its marks and line breaks. */
function trim(text: string): string {
  return text.replaceAll('\n', ' ').replace(/^«|»$/g, '')
}
