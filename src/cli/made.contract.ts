/** A command line that is run inside a test: its output is kept, its clock stands still unless told. */
import { Readable } from 'node:stream'
import { loadMessages } from '../server/tables.ts'
import { runCli } from './cli.ts'
import type { Io } from './io.ts'

/** What a run of the command line gave. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A world for a command: `input` is its standard input. */
function madeIo(input = '', more: Partial<Io> = {}): Io & { printed: { out: string; err: string } } {
  const printed = { out: '', err: '' }
  return {
    printed,
    out: async text => {
      printed.out += typeof text === 'string' ? text : Buffer.from(text).toString('utf8')
    },
    tell: text => {
      printed.err += text
    },
    input: Readable.from([Buffer.from(input)]),
    isTerminal: false,
    columns: 80,
    language: 'en',
    messages: loadMessages('en'),
    now: () => 0,
    ...more,
  }
}

/** Runs `hasab ARGS…`. */
export async function ran(args: readonly string[], input = '', more: Partial<Io> = {}): Promise<Ran> {
  const io = madeIo(input, more)
  const code = await runCli(args, io)
  return { code, ...io.printed }
}

/** A made report of an invented outlet: `n` makes it another article. */
export function madeReport(n: number): string {
  const day = 1 + (n % 28)
  return [
    `سيطرت قوات الجيش على حي الحميدية رقم ${n}`,
    `صدى الفرات - ${day} تشرين الثاني 2017`,
    '',
    `قال مصدر عسكري لصدى الفرات إن قوات الجيش سيطرت أمس على حي الحميدية في مدينة دير الزور بعد اشتباكات مع تنظيم الدولة، ومقتل ${n + 2} من عناصره.`,
    'وأضاف المصدر أن الطيران الحربي قصف مواقع التنظيم في مدينة الميادين.',
  ].join('\n')
}
