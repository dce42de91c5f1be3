/** The queue beside the claim: which claims, how many, and each with its first words. */
import { useEffect, useRef } from 'react'
import { FAMILIES } from '../model.ts'
import type { ReviewEntry } from '../server/reviewApi.ts'
import type { Query } from './client.ts'
import { type Choice, ChoiceField, Filters, NamedField, TextField } from './filters.tsx'
import { FamilyMark } from './marks.tsx'
import { tellShare } from './numerals.ts'
import { keyOf, type useQueue } from './use-review.ts'
import { useWords } from './words.ts'

const STATES = ['second', 'differ', 'done', 'any', 'orphaned']

interface QueueProps {
  readonly filters: Query
  readonly change: (values: Query) => void
  /** `null` where the page shows no claims. */
  readonly queue: ReturnType<typeof useQueue> | null
  readonly made: ReadonlyMap<string, ReviewEntry>
  readonly selected: number
  readonly select: (index: number) => void
}

/** The column of the queue. */
export function ReviewQueue({ filters, change, queue, made, selected, select }: QueueProps) {
  const { t, count, number } = useWords()
  return (
    <aside className="review-queue" aria-label={t('ui.review.queue')}>
      <h2>
        {t('ui.review.queue')}{' '}
        {queue !== null && <span className="muted small">{count('claims', queue.total)}</span>}
      </h2>
      <QueueFilters filters={filters} change={change} />
      {queue !== null && made.size > 0 && (
        <p className="muted small" role="status">
          {t('ui.review.made', { n: number(made.size) })}
        </p>
      )}
      {queue !== null && <Items queue={queue} made={made} selected={selected} select={select} />}
    </aside>
  )
}

function QueueFilters({ filters, change }: Pick<QueueProps, 'filters' | 'change'>) {
  const { t } = useWords()
  const states = STATES.map((state): Choice => [state, t(`ui.review.state.${state}`)])
  const families = Object.keys(FAMILIES).map((family): Choice => [family, t(`ui.family.${family}`)])
  return (
    <details className="narrow" open={Object.keys(filters).length > 0}>
      <summary>{t('ui.review.narrow')}</summary>
      <Filters values={filters} change={change}>
        <ChoiceField name="state" values={filters} choices={states} any={t('ui.review.state.open')} />
        <ChoiceField name="family" values={filters} choices={families} />
        <NamedField name="outlet" kind="outlets" values={filters} />
        <TextField name="q" values={filters} />
      </Filters>
    </details>
  )
}

function Items({
  queue,
  made,
  selected,
  select,
}: Omit<QueueProps, 'filters' | 'change' | 'queue'> & { readonly queue: ReturnType<typeof useQueue> }) {
  const { t, language, numerals } = useWords()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => showItem(list.current, selected), [selected])
  return (
    <ol className="queue-items" ref={list}>
      {queue.claims.map((claim, index) => (
        <li key={keyOf(claim)}>
          <button type="button" aria-current={index === selected || undefined} onClick={() => select(index)}>
            <span className="facts">
              <FamilyMark family={claim.family} />
              {t(`ui.type.${claim.type}`)}
              <span className="end muted">
                {made.has(keyOf(claim))
                  ? t(`ui.review.verdict.${made.get(keyOf(claim))?.verdict}`)
                  : tellShare(claim.confidence, language, numerals)}
              </span>
            </span>
            <span className="words" lang="ar" dir="rtl">
              {claim.evidence.replaceAll('\n', ' ')}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}

/** Brings an item of the list into the list's own window; the page stays where it is. */
function showItem(list: HTMLElement | null, index: number): void {
  const item = list?.children[index]
  if (list === null || !(item instanceof HTMLElement)) return
  const top = item.offsetTop - list.offsetTop
  const bottom = top + item.offsetHeight
  if (top < list.scrollTop) list.scrollTop = top
  if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight
}
