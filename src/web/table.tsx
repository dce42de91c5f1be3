/** A table of a list: columns by their words, numbers at the end of their cells. */
import type { ReactNode } from 'react'
import { useWords } from './words.ts'

/** `heads` are keys of messages, one for each column. On a narrow screen it scrolls by itself. */
export function Table({
  heads,
  children,
}: {
  readonly heads: readonly string[]
  readonly children: ReactNode
}) {
  const { t } = useWords()
  return (
    // A box that scrolls must be reachable by keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a narrow screen
    <section className="table-box" tabIndex={0} aria-label={t('ui.table')}>
      <table>
        <thead>
          <tr>
            {heads.map(head => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
