/** Text sent while it is made, no faster than it is read. */
import { Readable } from 'node:stream'

/** Pieces of text as a body of UTF-8. What the pieces throw cuts the body off. */
export function streamText(pieces: Iterable<string> | AsyncIterable<string>): ReadableStream {
  return Readable.toWeb(Readable.from(encodeAll(pieces), { objectMode: false })) as ReadableStream
}

async function* encodeAll(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece, 'utf8')
}
