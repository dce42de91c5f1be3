/** The state of the review page: the queue, the claim that is looked at, and what was decided since the queue was asked for. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { QueuedClaim, ReviewEntry, ReviewWish } from '../server/reviewApi.ts'
import { askList, type Query, Refusal, sendReview } from './client.ts'
import { useReaderName } from './reader-name.ts'
import { useWords } from './words.ts'

/** A decision as the page makes it; who and of what is known. */
export type Decision = Pick<ReviewWish, 'verdict' | 'reason' | 'change'>

/** The claim's place in the queue, whatever its number in its article. */
export function keyOf(claim: QueuedClaim): string {
  return `${claim.article.id} ${claim.id}`
}

/** The queue that an address asks for. A claim that was decided stays where it is until the queue is asked for again. */
export function useQueue(filters: Query) {
  const { language } = useWords()
  const reader = useReaderName()
  const asker = filters.state === 'second' ? reader : ''
  const list = useInfiniteQuery({
    queryKey: ['queue', filters, language, asker],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filters, reader: asker, lang: language, page: pageParam }
      return askList('reviews/queue', query, signal)
    },
    initialPageParam: '',
    getNextPageParam: last => last.next,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  })
  const parts = list.data?.pages ?? []
  return {
    list,
    claims: parts.flatMap(({ items }) => items),
    total: parts[0]?.total ?? 0,
    names: {
      actors: Object.assign({}, ...parts.map(({ names }) => names.actors)),
      places: Object.assign({}, ...parts.map(({ names }) => names.places)),
      outlets: Object.assign({}, ...parts.map(({ names }) => names.outlets)),
    },
  }
}

/** Decisions of this visit by claim, and the function that makes one. */
export function useDecisions() {
  const { language } = useWords()
  const reader = useReaderName()
  const client = useQueryClient()
  const [made, setMade] = useState<ReadonlyMap<string, ReviewEntry>>(new Map())
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const decide = async (claim: QueuedClaim, decision: Decision): Promise<boolean> => {
    const { id, span, type, article } = claim
    try {
      const wish = { article: article.id, claim: id, span, type, reader, ...decision }
      const entry = await sendReview(wish, language)
      setMade(before => new Map([...before, [keyOf(claim), entry]]))
      setRefusal(null)
      void client.invalidateQueries({ queryKey: ['reviews'] })
      return true
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      setRefusal(thrown)
      return false
    }
  }
  return { made, decide, refusal }
}
