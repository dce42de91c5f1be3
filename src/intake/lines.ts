/** Bytes → lines, without ever holding more than one line. */

/** A line without its end. `bytes` is `null` where it was longer than allowed and passed over; `size` is its length all the same. */
export interface Line {
  readonly number: number
  readonly bytes: Uint8Array | null
  readonly size: number
}

const NEWLINE = 0x0a
const RETURN = 0x0d
const MARK = [0xef, 0xbb, 0xbf]

/** Splits chunks into lines of at most `most` bytes. The last line counts with or without an end; a byte order mark goes. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = []
  let size = 0
  let number = 1
  const finish = (): Line => {
    const line = { number, bytes: size > most ? null : trimLine(Buffer.concat(pieces), number), size }
    pieces = []
    size = 0
    number++
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      size += end - from
      if (size <= most) pieces.push(chunk.subarray(from, end))
      yield finish()
      from = end + 1
    }
    size += chunk.length - from
    if (size <= most) pieces.push(chunk.subarray(from))
    else pieces = []
  }
  if (size > 0) yield finish()
}

function trimLine(bytes: Uint8Array, number: number): Uint8Array {
  const hasMark = number === 1 && MARK.every((byte, i) => bytes[i] === byte)
  const end = bytes.at(-1) === RETURN ? bytes.length - 1 : bytes.length
  return bytes.subarray(hasMark ? MARK.length : 0, end)
}
