/** How far a long run is: a bar on a terminal, a line now and then elsewhere; nothing in the first two seconds. */
import { type Io, say } from './io.ts'

/** Milliseconds before anything is shown, and between two lines where there is no terminal. */
const QUIET = 2000
const BETWEEN_LINES = 5000
const BETWEEN_BARS = 200
const BAR = 24

/** The progress of a run over `total` bytes; 0 where that is not known. */
export class Progress {
  readonly #io: Io
  readonly #total: number
  /** Key of the message that counts: it has `articles` and `rate`. */
  readonly #words: string
  readonly #start: number
  #shown = Number.NEGATIVE_INFINITY
  #isDrawn = false
  #bytes = 0
  #articles = 0

  constructor(io: Io, total: number, words = 'progress.articles') {
    this.#io = io
    this.#words = words
    this.#total = total
    this.#start = io.now()
  }

  /** Notes what was read since the last call, and shows it where it is time to. */
  add(articles: number, bytes: number): void {
    this.#articles += articles
    this.#bytes += bytes
    const now = this.#io.now()
    const between = this.#io.isTerminal ? BETWEEN_BARS : BETWEEN_LINES
    if (now - this.#start < QUIET || now - this.#shown < between) return
    this.#shown = now
    this.#isDrawn = true
    this.#show((now - this.#start) / 1000)
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#isDrawn && this.#io.isTerminal) this.#io.tell('\r\u001b[K')
  }

  #show(seconds: number): void {
    const share = this.#total > 0 ? Math.min(1, this.#bytes / this.#total) : 0
    const rate = Math.round(this.#articles / seconds)
    const left = share > 0 ? Math.ceil((seconds / share) * (1 - share)) : null
    const words = [
      say(this.#io, this.#words, { articles: this.#articles, rate }),
      ...(left === null ? [] : [say(this.#io, 'progress.left', { left: tellSeconds(left) })]),
    ].join(' · ')
    const percent = left === null ? '' : `${String(Math.round(share * 100)).padStart(3)}% `
    if (!this.#io.isTerminal) this.#io.tell(`${percent}${words}\n`)
    else
      this.#io.tell(
        `\r\u001b[K${left === null ? '' : drawBar(share)}${percent}${words}`.slice(0, this.#io.columns + 4),
      )
  }
}

function drawBar(share: number): string {
  const full = Math.round(share * BAR)
  return `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}] `
}

/** `75` → `1:15`. */
function tellSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
