/** Invented reports for the tests of reuse. Outlets, places and people are made up. */
import type { Reading } from '../../model.ts'

/** What is known of an invented article; its body is all of its text unless `title` is its first line. */
export interface Report {
  readonly id: string
  readonly text: string
  readonly outlet?: string | null
  readonly published?: string | null
  readonly title?: boolean
  readonly mentions?: Reading['mentions']
  readonly claims?: Reading['claims']
}

/** A report as a reading. */
export function inventReading(report: Report): Reading {
  const { id, text, outlet = null, published = null, mentions = [], claims = [] } = report
  const end = report.title ? text.indexOf('\n') : 0
  return {
    article: {
      id,
      name: id,
      text,
      format: 'text',
      outlet,
      url: null,
      title: report.title ? { span: [0, end] } : null,
      published,
      publishedFrom: published === null ? null : 'hint',
      updated: null,
      credits: [],
      body: [report.title ? end + 1 : 0, text.length],
      regions: [],
      lexicon: '',
    },
    mentions,
    claims,
  }
}
