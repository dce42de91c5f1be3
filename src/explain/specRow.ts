/** A sentence as it is read now, as a row of the table of specs: whoever finds it misread corrects the row and adds it. */
import type { Article } from '../model.ts'
import type { Explanation } from './explain.ts'
import { wordClaim } from './wording.ts'

/** Text on one line: every run of white space is one space. */
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Rows of `specs/claims.tsv`, one for each sentence, as it is read now, under their header: to be corrected and added. */
export function tellSpecRows(article: Article, explanations: readonly Explanation[]): string {
  const sentences = new Map<number, Explanation[]>()
  for (const one of explanations) {
    const [start] = one.sentence.span
    sentences.set(start, [...(sentences.get(start) ?? []), one])
  }
  const rows = [...sentences.values()].map(ones => tellSpecRow(article, ones))
  return `${['id\ttext\twant\tgap\tnote', ...rows].join('\n')}\n`
}

function tellSpecRow({ name, text }: Article, ones: readonly Explanation[]): string {
  const { sentence, number } = ones[0] as Explanation
  const [start, end] = sentence.span
  const wants = ones.map(({ claim }) => wordClaim(claim, text.slice(start, end), start))
  return [`${name}-${number}`, oneLine(sentence.text), wants.map(oneLine).join(' | '), '', ''].join('\t')
}
