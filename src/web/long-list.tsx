/** A list of which the beginning is shown until the rest is asked for. */
import { type ReactNode, useState } from 'react'
import { useWords } from './words.ts'

interface LongListProps<T> {
  readonly items: readonly T[]
  /** So many are shown first. */
  readonly first: number
  readonly item: (item: T) => ReactNode
  readonly className?: string
}

/** The items, and a button for the rest where there is one. `item` gives an `li` with its key. */
export function LongList<T>({ items, first, item, className }: LongListProps<T>) {
  const { t, number } = useWords()
  const [isAll, setAll] = useState(false)
  const shown = isAll ? items : items.slice(0, first)
  return (
    <>
      <ul className={className}>{shown.map(item)}</ul>
      {shown.length < items.length && (
        <button type="button" className="button quiet" onClick={() => setAll(true)}>
          {t('ui.list.all', { n: number(items.length) })}
        </button>
      )}
    </>
  )
}
