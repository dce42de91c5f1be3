/** The Arabic cases of Recognizers-Text: is every expected value found? */

import { findChrono, findNumbers, findOurs, percent, printTable, readLines } from './data.ts'
import { type Case, isRight } from './recognizersMatch.ts'

/** Prints the share of cases with every value right, by model. */
export function printRecognizers(isWrongListed: boolean): void {
  const cases = readLines<Case>('recognizers/cases.jsonl.gz').filter(one =>
    /^(DateTime|Number)/.test(one.file),
  )
  const files = [...new Set(cases.map(one => one.file))]
  const total = { all: 0, right: 0, dates: 0, datesRight: 0, chrono: 0 }
  const rows = files.map(file => {
    const own = cases.filter(one => one.file === file)
    const isDates = file.startsWith('DateTime')
    const wrong = own.filter(one => !isRight(one, readOurs(one)))
    const chrono = isDates
      ? own.filter(one => isRight(one, { dates: findChrono(one.Input, nowOf(one)), numbers: [] })).length
      : 0
    if (isWrongListed) for (const one of wrong) listWrong(one)
    total.all += own.length
    total.right += own.length - wrong.length
    if (isDates) {
      total.dates += own.length
      total.datesRight += own.length - wrong.length
      total.chrono += chrono
    }
    return {
      model: file.replace('/Arabic', ''),
      cases: own.length,
      hasab: percent(own.length - wrong.length, own.length),
      'chrono.ar': isDates ? percent(chrono, own.length) : '',
    }
  })
  printTable('recognizers: every value right, excused cases counted too', [
    ...rows,
    {
      model: 'all DateTime',
      cases: total.dates,
      hasab: percent(total.datesRight, total.dates),
      'chrono.ar': percent(total.chrono, total.dates),
    },
    { model: 'all', cases: total.all, hasab: percent(total.right, total.all), 'chrono.ar': '' },
  ])
}

function nowOf(one: Case): string {
  return one.Context?.ReferenceDateTime?.slice(0, 10) ?? '2016-11-07'
}

function readOurs(one: Case): Parameters<typeof isRight>[1] {
  return { dates: findOurs(one.Input, nowOf(one), 'diary'), numbers: findNumbers(one.Input) }
}

function listWrong(one: Case): void {
  const { dates, numbers } = readOurs(one)
  const want = one.Results.map(
    result => `${result.Text} ${JSON.stringify(result.Value ?? result.Resolution ?? '')}`,
  )
    .join(' ;; ')
    .replaceAll('"', '')
    .slice(0, 200)
  const got = one.file.startsWith('DateTime')
    ? dates
        .map(
          found =>
            `[${found.text}] ${found.edtf} ${found.clock ?? ''}${found.duration ?? ''}${found.recurs ?? ''}`,
        )
        .join(' ; ')
    : numbers.map(found => `[${found.text}] ${found.min}..${found.max} ${found.form}`).join(' ; ')
  console.log(`${one.file.replace('/Arabic', '')} ${one.n} | ${one.Input} | want ${want} | got ${got}`)
}
