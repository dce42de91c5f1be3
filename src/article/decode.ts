import { isUtf8 } from 'node:buffer'
import type { Problem, Result } from '../model.ts'

/** The encodings that Arabic news files come in. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256' | 'iso-8859-6'

/** A file as text, with the encoding that it was read in. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/** Twenty megabytes: some 2,000 times a long report; what is larger is an archive and not an article. */
export const MAX_BYTES = 20 * 1024 * 1024

/** How much of a file the look for binary data and for UTF-16 reads, in bytes. */
const SAMPLE = 4096

/** First bytes of files that are often renamed to `.txt`, as latin-1, with the name of what they are. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['%PDF-', 'PDF'],
  ['PK\x03\x04', 'ZIP'],
  ['\x1f\x8b', 'gzip'],
  ['RIFF', 'RIFF'],
  ['\xd0\xcf\x11\xe0', 'Microsoft Office'],
  ['Rar!', 'RAR'],
  ['7z\xbc\xaf', '7-Zip'],
  ['BM\0', 'BMP'],
  ['\x7fELF', 'ELF'],
  ['SQLite format 3', 'SQLite'],
  ['OggS', 'Ogg'],
  ['ID3', 'MP3'],
]

/**
 * Decodes a file: a byte order mark decides, then valid UTF-8, then what the bytes look like. What a page declares
 * is not asked, because the bytes tell UTF-8 from the one-byte encodings with more certainty than the page's author.
 * A file that is UTF-8 but for a few bytes keeps U+FFFD in their place. A byte order mark of UTF-8 stays in the text
 * as U+FEFF, so that spans agree with what every other tool makes of the file.
 * `Windows-1256 bytes` → `{ text, encoding: 'windows-1256' }`; problems: `empty-file`, `too-large`, `not-text`.
 */
export function decodeBytes(bytes: Uint8Array, where: string): Result<Decoded> {
  if (bytes.length === 0) return fail({ code: 'empty-file', where, values: {} })
  if (bytes.length > MAX_BYTES) {
    const values = { size: inMegabytes(bytes.length), limit: inMegabytes(MAX_BYTES) }
    return fail({ code: 'too-large', where, values })
  }
  const marked = findMark(bytes) ?? findUtf16(bytes)
  if (marked) return asText(bytes, marked)
  const binary = findBinary(bytes)
  if (binary) return fail({ code: 'not-text', where, values: { kind: binary } })
  return asText(bytes, isUtf8(bytes) ? 'utf-8' : findEncoding(bytes))
}

function asText(bytes: Uint8Array, encoding: Encoding): Result<Decoded> {
  return { ok: true, value: { text: readAs(bytes, encoding), encoding } }
}

function readAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'utf-8') return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  return new TextDecoder(encoding).decode(bytes)
}

function fail<T>(problem: Problem): Result<T> {
  return { ok: false, problem }
}

function inMegabytes(size: number): number {
  return Math.ceil(size / (1024 * 1024))
}

/** The encoding that a UTF-16 byte order mark names; UTF-8 needs none. */
function findMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/**
 * UTF-16 without a mark: one byte of nearly every pair is 0x06 (the Arabic block) or 0x00 (spaces, Latin), and it is
 * always the same byte. Three in four pairs, as dashes and quotes live in block 0x20.
 */
function findUtf16(bytes: Uint8Array): Encoding | null {
  const pairs = Math.min(bytes.length, SAMPLE) >> 1
  if (pairs < 4 || bytes.length % 2 === 1) return null
  let even = 0
  let odd = 0
  for (let pair = 0; pair < pairs; pair++) {
    even += isBlock(bytes[pair * 2])
    odd += isBlock(bytes[pair * 2 + 1])
  }
  if (odd > pairs * 0.75 && even < pairs * 0.2) return 'utf-16le'
  if (even > pairs * 0.75 && odd < pairs * 0.2) return 'utf-16be'
  return null
}

function isBlock(byte: number | undefined): number {
  return byte === 0x06 || byte === 0x00 ? 1 : 0
}

/** What a binary file is, by its first bytes or by its control characters; `null` for text. */
function findBinary(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLE)).toString('latin1')
  for (const [signature, kind] of SIGNATURES) if (head.startsWith(signature)) return kind
  if (head.startsWith('ftyp', 4)) return 'MP4'
  let controls = 0
  for (let at = 0; at < head.length; at++) if (isControl(head.charCodeAt(at))) controls++
  // One in fifty: a text that a broken tool filled with NULs stays below, compressed data is near one in nine.
  return controls * 50 > head.length ? 'binary' : null
}

function isControl(code: number): boolean {
  return code === 0x7f || (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1b)
}

/**
 * Which encoding bytes that are not UTF-8 are in. UTF-8 with a few bad bytes has far more whole sequences than broken
 * ones. Otherwise the article decides: alef-lam is C7 E1 in Windows-1256 and C7 E4 in ISO-8859-6.
 */
function findEncoding(bytes: Uint8Array): Encoding {
  const { whole, broken } = countSequences(bytes)
  if (whole > broken * 4) return 'utf-8'
  let windows = 0
  let iso = 0
  for (let at = 1; at < bytes.length; at++) {
    if (bytes[at - 1] !== 0xc7) continue
    if (bytes[at] === 0xe1) windows++
    if (bytes[at] === 0xe4) iso++
  }
  return iso > windows ? 'iso-8859-6' : 'windows-1256'
}

/** Counts the whole and the broken multi-byte sequences of UTF-8. */
function countSequences(bytes: Uint8Array): { whole: number; broken: number } {
  let whole = 0
  let broken = 0
  for (let at = 0; at < bytes.length; ) {
    const size = sequenceAt(bytes, at)
    if (size > 1) whole++
    if (size === 0) broken++
    at += size || 1
  }
  return { whole, broken }
}

/** Length of the UTF-8 sequence at `at`; 0 where there is none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number
  if (lead < 0x80) return 1
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4) return 0
  for (let next = 1; next < size; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0
  return size
}
