import { describe, expect, it } from 'vitest'
import { decodeBytes, MAX_BYTES } from './decode.ts'

const TEXT = 'قال شاهد إن الجسر القديم أعيد فتحه صباح اليوم.'
const utf8 = new TextEncoder().encode(TEXT)

/** Arabic letters in the one-byte encodings, as far as the sample needs them. */
const WINDOWS = 'ابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهو'
function encode(text: string, byteOf: (char: string) => number): Uint8Array {
  return Uint8Array.from([...text].map(char => (char < '\u0080' ? char.charCodeAt(0) : byteOf(char))))
}
function windows1256(char: string): number {
  const special = { أ: 0xc3, إ: 0xc5, ي: 0xed, ى: 0xec }[char]
  return special ?? 0xc7 + WINDOWS.indexOf(char)
}
function iso88596(char: string): number {
  return char.charCodeAt(0) - 0x0620 + 0xc0
}
function utf16(text: string, isLittle: boolean): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap(char => {
      const pair = [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 0xff]
      return isLittle ? pair.reverse() : pair
    }),
  )
}
function read(bytes: Uint8Array) {
  const decoded = decodeBytes(bytes, 'a.txt')
  return decoded.ok ? decoded.value : decoded.problem
}

describe('decodeBytes', () => {
  it('reads UTF-8 and keeps a byte order mark in the text', () => {
    expect(read(utf8)).toEqual({ text: TEXT, encoding: 'utf-8' })
    expect(read(new TextEncoder().encode(`\uFEFF${TEXT}`))).toEqual({
      text: `\uFEFF${TEXT}`,
      encoding: 'utf-8',
    })
  })

  it('tells the one-byte encodings apart by the article', () => {
    expect(read(encode(TEXT, windows1256))).toEqual({ text: TEXT, encoding: 'windows-1256' })
    expect(read(encode(TEXT, iso88596))).toEqual({ text: TEXT, encoding: 'iso-8859-6' })
  })

  it('reads Windows-1256 right in a page that declares UTF-8', () => {
    const page = `<html><meta charset="utf-8"><p>${TEXT}</p></html>`
    expect(read(encode(page, windows1256))).toMatchObject({ text: page, encoding: 'windows-1256' })
  })

  it('reads UTF-16 with and without a mark', () => {
    expect(read(utf16(`\uFEFF${TEXT}`, true))).toMatchObject({ text: TEXT, encoding: 'utf-16le' })
    expect(read(utf16(`\uFEFF${TEXT}`, false))).toMatchObject({ text: TEXT, encoding: 'utf-16be' })
    expect(read(utf16(TEXT, true))).toMatchObject({ text: TEXT, encoding: 'utf-16le' })
    expect(read(utf16(TEXT, false))).toMatchObject({ text: TEXT, encoding: 'utf-16be' })
  })

  it('keeps UTF-8 with a few bad bytes', () => {
    const broken = Uint8Array.from([...utf8, 0xff, 0xc3, ...utf8])
    expect(read(broken)).toMatchObject({ encoding: 'utf-8' })
    expect(read(broken)).toMatchObject({ text: expect.stringContaining('\uFFFD') })
  })

  it('keeps a text with a NUL in it', () => {
    expect(read(new TextEncoder().encode(`${TEXT}\0${TEXT}${TEXT}`))).toMatchObject({ encoding: 'utf-8' })
  })

  it('names what is no text, empty or too large', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
    const noise = Uint8Array.from({ length: 3001 }, (_, i) => (i * 7919) % 256)
    expect(read(new Uint8Array())).toMatchObject({ code: 'empty-file', where: 'a.txt' })
    expect(read(picture)).toMatchObject({ code: 'not-text', values: { kind: 'PNG' } })
    expect(read(noise)).toMatchObject({ code: 'not-text', values: { kind: 'binary' } })
    expect(read(new Uint8Array(MAX_BYTES + 1))).toMatchObject({
      code: 'too-large',
      values: { size: 21, limit: 20 },
    })
  })
})
