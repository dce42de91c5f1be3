/** Claims are reviewed by keys alone, over readings made by hand; the log is taken away and verified. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '../record/reviewLog.ts'
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
import { TOLD_BY_THREE } from './readings.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-review-'))
const desk = join(folder, 'web')
const record = join(folder, 'r.db')
const told = madeEntry(TOLD_BY_THREE)
let browser: Browser
let store: Store
let served: Awaited<ReturnType<typeof serveStore>>

beforeAll(async () => {
  buildDesk(desk)
  const writer = must(await openStore(record, { write: GAZETTE }))
  must(await writer.add([told], []))
  await writer.close()
  store = must(await openStore(record))
  served = await serveStore(store, desk, record)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  served?.end()
  await store?.close()
  rmSync(folder, { recursive: true })
})

const linesOf = async () =>
  (await (await fetch(`${served.base}/api/reviews/log`)).text()).split('\n').slice(0, -1)
const verdicts = async () => (await linesOf()).map(line => (JSON.parse(line) as { verdict: string }).verdict)

describe('review', () => {
  it('asks for a name, then accepts, rejects with a reason, corrects and undoes by keys', async () => {
    const { page, faults } = await openPage(browser, `${served.base}/review`, { language: 'en' })
    await page.getByText('1 of 3').waitFor()
    expect(await page.locator('.review-evidence .evidence').textContent()).toContain('قوات الجيش')
    await page.keyboard.press('a')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('reader-name')
    await page.keyboard.type('Noor')
    await page.keyboard.press('Enter')
    await page.keyboard.press('a')
    await page.getByText('2 of 3').waitFor()
    await page.keyboard.press('x')
    await page.keyboard.type('a repeat')
    await page.keyboard.press('Enter')
    await page.getByText('3 of 3').waitFor()
    await page.keyboard.press('c')
    await page.getByRole('combobox', { name: 'Type' }).selectOption({ label: 'clashes' })
    await page.getByRole('textbox', { name: 'When' }).fill('2017-10-30')
    await page.getByRole('button', { name: 'Write the correction' }).click()
    await page.getByText('Your decision: corrected').waitFor()
    await page.keyboard.press('u')
    await page.getByText('Your decision: took back').waitFor()
    expect(await verdicts()).toEqual(['accept', 'reject', 'correct', 'withdraw'])
    const entries = (await linesOf()).map(line => JSON.parse(line) as Record<string, unknown>)
    expect(entries[1]).toMatchObject({ reader: 'Noor', reason: 'a repeat', change: null })
    expect(entries[2]?.change).toEqual({ type: 'clash', time: '2017-10-30' })
    expect(verifyLog(await linesOf(), 'log')).toMatchObject({ ok: true, value: { entries: 4 } })
    expect(await findBarriers(page)).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('gives a second reader the claim without the first decision, then shows that they differ', async () => {
    const { page, faults } = await openPage(browser, `${served.base}/review?state=second`)
    await page.locator('#reader-name').fill('سامي')
    await page.keyboard.press('Enter')
    await page.locator('.queue-items button').first().waitFor()
    expect(await page.locator('.queue-items button').count()).toBe(2)
    expect(await page.getByText('أخذ به').count()).toBe(0)
    const first = page.locator('.others')
    expect(await first.isVisible()).toBe(false)
    await page.keyboard.press('x')
    await page.getByRole('button', { name: 'تكرار لقول سابق في المقال' }).click()
    await page.goto(`${served.base}/review?state=differ`)
    await page.getByRole('heading', { name: 'اختلف القرّاء' }).waitFor()
    expect(await page.locator('.others li').count()).toBe(2)
    await page.keyboard.press('Digit1')
    await page.getByText('قرارك: أقرّ').waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('is reached from the card of a claim that was misread, with the row of a spec to copy', async () => {
    const { page, faults } = await openPage(browser, `${served.base}/articles/${told.article.id}?claim=b`)
    await page.getByText('قُرئ هذا خطأً').click()
    await page.getByRole('button', { name: 'انسخ الصفّ' }).click()
    await page.getByRole('button', { name: 'نُسخ' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.split('\n')[0]).toBe('id\ttext\twant\tgap\tnote')
    expect(copied).toContain('ستة قتلى')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('link', { name: 'راجعه' }).click()
    await page.waitForURL(/review\?state=any/)
    await page.getByText('١ من ١').waitFor()
    expect(faults).toEqual([])
    await page.context().close()
  })

  it('fits a phone', async () => {
    const { page } = await openPage(browser, `${served.base}/review?state=any`, { width: 390, theme: 'dark' })
    await page.locator('.action-bar').waitFor()
    expect(await findOverflow(page)).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    await page.context().close()
  })
})
