/** What a page shows while it waits, when there is nothing, and when something failed. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Refusal } from './client.ts'
import { useWords } from './words.ts'

/** Lines where text will be. */
export function Loading({ lines = 6 }: { readonly lines?: number }) {
  const { t } = useWords()
  return (
    <div className="skeleton" role="status" aria-label={t('ui.state.loading')}>
      {Array.from({ length: lines }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <i key={i} />
      ))}
    </div>
  )
}

/** Says that there is nothing and what to do about it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children}
    </div>
  )
}

interface FailedProps {
  readonly error: Error
  readonly retry?: () => void
}

/** What failed, what to do, and one action. */
export function Failed({ error, retry }: FailedProps) {
  const { t } = useWords()
  const isTold = error instanceof Refusal && error.code !== 'unreachable'
  return (
    <div className="failed" role="alert">
      <p className="failed-title">{isTold ? error.message : t('ui.state.unreachable')}</p>
      <p>{isTold ? error.hint : t('ui.state.unreachable.hint')}</p>
      {retry !== undefined && (
        <button type="button" className="button" onClick={retry}>
          {t('ui.state.retry')}
        </button>
      )}
    </div>
  )
}

interface ShownProps<T> {
  readonly query: UseQueryResult<T, Error>
  readonly children: (value: T) => ReactNode
  readonly lines?: number
}

/** The value of a query once it is there; until then, or instead, the state it is in. */
export function Shown<T>({ query, children, lines = 8 }: ShownProps<T>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <Failed error={query.error} retry={() => void query.refetch()} />
  return <Loading lines={lines} />
}
