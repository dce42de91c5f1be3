/** A list that the server gives in parts: its total, its first part, and a button for more. */
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Names } from '../server/api.ts'
import { askList, type Lists, type Query } from './client.ts'
import { Empty, Failed, Loading } from './state.tsx'
import { useWords } from './words.ts'

interface ListProps<K extends keyof Lists> {
  readonly kind: K
  readonly query: Query
  /** The noun of the total, as in `ui.count.<noun>.few`. */
  readonly noun: string
  readonly item: (item: Lists[K], names: Names) => ReactNode
  /** Draws the items; a list by default. */
  readonly frame?: (items: ReactNode) => ReactNode
  readonly empty: string
}

const asList = (items: ReactNode) => <ol className="list">{items}</ol>

/** The list of one kind, narrowed by `query`. */
export function List<K extends keyof Lists>({
  kind,
  query,
  noun,
  item,
  frame = asList,
  empty,
}: ListProps<K>) {
  const { t, count, number } = useWords()
  const list = useParts(kind, query)
  if (list.data === undefined) return <Waiting error={list.error} retry={() => void list.refetch()} />
  const parts = list.data.pages
  const total = parts[0]?.total ?? 0
  if (total === 0) return <Empty title={empty} />
  const seen = parts.reduce((sum, part) => sum + part.items.length, 0)
  return (
    <>
      <p className="total" role="status">
        {count(noun, total)}
      </p>
      {frame(parts.flatMap(part => part.items.map(each => item(each, part.names))))}
      {list.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('ui.list.more-of', { seen: number(seen), total: number(total) })}
        </button>
      )}
    </>
  )
}

/** The parts that were asked for so far; the address of the next one is the server's own. */
function useParts<K extends keyof Lists>(kind: K, query: Query) {
  const { language } = useWords()
  return useInfiniteQuery({
    queryKey: [kind, query, language],
    queryFn: ({ pageParam, signal }) => askList(kind, { ...query, lang: language, page: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: last => last.next,
  })
}

function Waiting({ error, retry }: { readonly error: Error | null; readonly retry: () => void }) {
  return error === null ? <Loading lines={10} /> : <Failed error={error} retry={retry} />
}
