/**
 * `npm run train`: learns from annotated articles what to choose where rules alone cannot, and writes the weights as a table.
 *
 * Logistic regression over present features; cross-validated by article and by outlet, so that no figure is of an article it
 * has seen. Figures and the hash of the corpus go into the table's notes.
 */
import { existsSync, writeFileSync } from 'node:fs'
import type { Thresholds } from '../../src/claims/chooseNames.ts'
import { SHARED } from './annotated.ts'
import { learnDays } from './days.ts'
import { learnKeep } from './keep.ts'
import { readLessons } from './lessons.ts'
import { learnParticipants, readItems } from './participants.ts'
import { learnPlaces, readPlaceItems } from './places.ts'
import type { Weights } from './regress.ts'

/** Weights too small to turn anything are left out. */
const LEAST_WEIGHT = 0.04

interface Learnt {
  readonly weights: Weights
  readonly thresholds: Readonly<Record<string, number>>
  readonly figures: string
}

function writeRows(choice: string, { weights, thresholds, figures }: Learnt): string[] {
  const heavy = [...weights]
    .filter(([name, weight]) => name !== 'bias' && Math.abs(weight) >= LEAST_WEIGHT)
    .sort((a, b) => a[0].localeCompare(b[0], 'en'))
  return [
    ...Object.entries(thresholds).map(
      ([name, at], i) => `${choice}: ${name}\t${at.toFixed(2)}\t${i === 0 ? figures : ''}`,
    ),
    `${choice}: bias\t${(weights.get('bias') ?? 0).toFixed(3)}\t`,
    ...heavy.map(([name, weight]) => `${choice}: ${name}\t${weight.toFixed(3)}\t`),
  ]
}

function nameThresholds({ first, another, strung }: Thresholds): Readonly<Record<string, number>> {
  return {
    threshold: first,
    'threshold of another': another,
    'threshold of one strung on': strung,
  }
}

function main(): void {
  if (!existsSync(`${SHARED}gold`)) {
    console.error('train: no annotated articles: ../shared/gold is absent, nothing was trained')
    process.exit(1)
  }
  const { lessons, hash } = readLessons()
  const keep = learnKeep(lessons)
  const date = learnDays(lessons)
  const doer = learnParticipants(readItems(lessons, 'agent'))
  const target = learnParticipants(readItems(lessons, 'target'))
  const { weights, thresholds, figures } = learnPlaces(readPlaceItems(lessons))
  const learnt: Readonly<Record<string, Learnt>> = {
    keep: { ...keep, thresholds: { threshold: keep.threshold } },
    date: {
      ...date,
      thresholds: { threshold: date.thresholds.carried, 'threshold of one here': date.thresholds.here },
    },
    doer: { ...doer, thresholds: nameThresholds(doer.thresholds) },
    target: { ...target, thresholds: nameThresholds(target.thresholds) },
    place: { weights: weights.place, thresholds: nameThresholds(thresholds.place), figures },
    container: {
      weights: weights.container,
      thresholds: { threshold: thresholds.container },
      figures: '',
    },
  }
  const corpus = `corpus ${hash}, ${lessons.length} articles`
  const rows = Object.entries(learnt).flatMap(([choice, one]) =>
    writeRows(choice, { ...one, figures: one.figures === '' ? corpus : `${corpus}; ${one.figures}` }),
  )
  writeFileSync(
    new URL('../../lexicon/weights.tsv', import.meta.url),
    `feature\tweight\tnote\n${rows.join('\n')}\n`,
  )
  for (const [choice, one] of Object.entries(learnt)) console.log(`${choice.padEnd(10)}${one.figures}`)
  console.log(`lexicon/weights.tsv: ${rows.length} rows`)
}

main()
