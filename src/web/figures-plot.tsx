/** What the sources of an event count, each on its own line: a range from the lowest to the highest number, never a mean or a sum. */
import type { ReactNode } from 'react'
import type { Names } from '../server/api.ts'
import type { EventReading } from '../server/recordApi.ts'
import { TellerName } from './names.tsx'
import { useWords } from './words.ts'

type EventClaim = EventReading['claims'][number]

interface Figure {
  readonly key: string
  readonly claim: EventClaim
  readonly what: string
  readonly min: number | null
  readonly max: number | null
}

/** The figures of the claims that count something, one for each root and thing counted; the widest range of each root. */
function listFigures(claims: readonly EventClaim[]): Figure[] {
  const figures = new Map<string, Figure>()
  for (const claim of claims) {
    const { count, root, modality } = claim
    if (count === null || modality !== 'asserted' || (count.min === null && count.max === null)) continue
    const what = [...(count.outcome ?? []), count.what].join(' ')
    const key = `${what} ${root.key}`
    const known = figures.get(key)
    figures.set(key, {
      key,
      claim,
      what,
      min: least(known?.min, count.min),
      max: known?.max === null || count.max === null ? null : Math.max(known?.max ?? 0, count.max),
    })
  }
  return [...figures.values()].sort((a, b) => (a.what < b.what ? -1 : a.what > b.what ? 1 : 0))
}

function least(known: number | null | undefined, given: number | null): number | null {
  if (known == null) return given
  return given === null ? known : Math.min(known, given)
}

/** The plot; nothing where no claim of the event counts anything. */
export function FiguresPlot({
  claims,
  names,
  children,
}: {
  readonly claims: readonly EventClaim[]
  readonly names: Names
  readonly children?: ReactNode
}) {
  const { t } = useWords()
  const figures = listFigures(claims)
  const most = Math.max(1, ...figures.map(({ min, max }) => max ?? (min ?? 0) * 1.2))
  if (figures.length === 0) return null
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t('ui.event.figures')}</h2>
      <p className="muted">{t('ui.event.figures.why')}</p>
      <ul className="figures">
        {figures.map(figure => (
          <FigureLine key={figure.key} figure={figure} most={most} names={names} />
        ))}
      </ul>
      {children}
    </section>
  )
}

function FigureLine({
  figure,
  most,
  names,
}: {
  readonly figure: Figure
  readonly most: number
  readonly names: Names
}) {
  const words = useWords()
  const { min, max, claim, what } = figure
  const from = ((min ?? 0) * 100) / most
  const to = max === null ? 100 : (max * 100) / most
  return (
    <li>
      <span className="voice">
        <TellerName teller={claim.root} names={names} />
        <small>
          {what
            .split(' ')
            .map(word => tellWord(words, word))
            .join(' · ')}
        </small>
      </span>
      <span className="track" aria-hidden="true">
        <i
          className={`bar${max === null ? ' open' : ''}${claim.count?.approx === true ? ' vague' : ''}`}
          style={{ insetInlineStart: `${from}%`, inlineSize: `max(4px, ${to - from}%)` }}
        />
      </span>
      <b className="number">{tellRange(words, min, max)}</b>
    </li>
  )
}

const COUNTED = ['person', 'civilian', 'child', 'fighter', 'family', 'vehicle', 'weapon']

function tellWord({ t }: ReturnType<typeof useWords>, word: string): string {
  return t(COUNTED.includes(word) ? `ui.counted.${word}` : `ui.outcome.${word}`)
}

/** A range of whole numbers in words, open where `max` is null. */
export function tellRange(
  { t, number }: ReturnType<typeof useWords>,
  min: number | null,
  max: number | null,
): string {
  if (min !== null && max === min) return number(min)
  if (max === null) return t('ui.range.least', { min: number(min ?? 0) })
  return min === null
    ? t('ui.range.most', { max: number(max) })
    : t('ui.range', { min: number(min), max: number(max) })
}
