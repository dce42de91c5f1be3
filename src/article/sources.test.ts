import { describe, expect, it } from 'vitest'
import { readJsonLine, readName, readSideFile } from './sources.ts'

describe('readJsonLine', () => {
  it('text with what is known of it', () => {
    const line = '{"id": 7, "text": "نص", "outlet": "مثال", "url": null, "published": "2017-11-02T10:00:00"}'
    expect(readJsonLine(line, 'a.jsonl:1')).toEqual({
      ok: true,
      value: {
        bytes: new TextEncoder().encode('نص'),
        hints: { name: '7', outlet: 'مثال', published: '2017-11-02' },
      },
    })
  })

  it('html is read as a page, and a line without id is named after its place', () => {
    const line = readJsonLine('{"html": "نص<p>نص</p>"}', 'a.jsonl:2')
    expect(line).toMatchObject({ ok: true, value: { hints: { name: 'a.jsonl:2' } } })
    expect(line.ok && new TextDecoder().decode(line.value.bytes)).toBe('<!doctype html>نص<p>نص</p>')
  })

  it.each([
    ['{"text": "نص', 'bad-json-line'],
    ['["text"]', 'bad-json-line'],
    ['{"body": "نص"}', 'no-text-field'],
    ['{"text": "نص", "published": "yesterday"}', 'bad-field'],
    ['{"text": "نص", "outlet": 5}', 'bad-field'],
  ])('%s → %s', (line, code) => {
    expect(readJsonLine(line, 'a.jsonl:3')).toMatchObject({
      ok: false,
      problem: { code, where: 'a.jsonl:3' },
    })
  })
})

describe('readSideFile', () => {
  it('gives hints', () => {
    const file = '\uFEFF{"outlet": "مثال", "published": "2017-11", "other": 1}'
    expect(readSideFile(file, 'a.meta.json')).toEqual({
      ok: true,
      value: { outlet: 'مثال', published: '2017-11' },
    })
  })

  it('or says what is wrong', () => {
    expect(readSideFile('outlet: x', 'a.meta.json')).toMatchObject({ problem: { code: 'bad-side-file' } })
    expect(readSideFile('{"retrieved": "soon"}', 'a.meta.json')).toMatchObject({
      problem: { code: 'bad-field', values: { field: 'retrieved', value: 'soon' } },
    })
  })
})

it('readName takes the ending off', () => {
  expect(readName('reports/a.b.txt')).toBe('a.b')
  expect(readName('page.html')).toBe('page')
})
