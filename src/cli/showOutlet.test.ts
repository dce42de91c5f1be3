import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GAZETTE, madeEntry, madeSource } from '../store/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore } from '../store/store.ts'
import { ran } from './made.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-outlet-'))
const record = join(folder, 'r.db')
const SHARED =
  'قالت المصادر إن القوات دخلت الأطراف الشرقية للبلدة بعد معارك استمرت ثلاثة أيام متواصلة وانسحب المسلحون نحو الضفة المقابلة تاركين خلفهم مستودعات وسيارات'

function call(text: string) {
  const agent = [{ actor: 'isis', text, span: [0, 2] as const }]
  return [{ agent }, { type: 'clash' as const, agent, sources: [madeSource('مصدر محلي', 'anonymous')] }]
}

beforeAll(async () => {
  const store = must(await openStore(record, { write: GAZETTE }))
  const first = madeEntry({ name: 'first', text: `${SHARED}.`, claims: call('التنظيم') })
  const second = madeEntry({
    name: 'second',
    text: `${SHARED} أمس.`,
    outlet: 'jisr',
    published: null,
    claims: call('المسلحون'),
  })
  must(await store.add([first, second], []))
  must(await store.relate())
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const show = (...words: string[]) => ran(['show', ...words, '--record', record])

describe('hasab show outlet', () => {
  it('says whom it relies on, how, what it calls whom, and what it shares', async () => {
    const { code, out } = await show('outlet', 'jisr')
    expect(code).toBe(0)
    expect(out).toContain('without a date of their own: 1')
    expect(out).toContain('50% (1 of 2, 9 to 91%)  مصدر محلي (unnamed) · words:مصدر محلي@jisr')
    expect(out).toContain('Voice · in its own voice: 50% (1 of 2, 9 to 91%)')
    expect(out).toMatch(/«التنظيم» {2}0% \(0 of \d, 0 to \d+%\) · The others 100%/)
    expect(out).toContain('furat [furat] · One text given to both 1')
  })

  it('is what a source shows that is an outlet', async () => {
    expect((await show('source', 'outlet:jisr')).out).toBe((await show('outlet', 'jisr')).out)
    expect(JSON.parse((await show('outlet', 'jisr', '--json')).out).outlet.id).toBe('jisr')
  })

  it('says that there is no such outlet', async () => {
    expect(await show('outlet', 'none')).toMatchObject({ code: 1, out: '' })
  })
})

describe('hasab show article', () => {
  it('says why an article without a date is of which days', async () => {
    const { out } = await show('article', 'second')
    expect(out).toContain('(inferred)')
    expect(out).toMatch(/Dated over the record: [\d/-]+\n {2}It shares its text with another: .*furat/)
    expect((await show('article', 'first')).out).not.toContain('Dated over')
  })
})
