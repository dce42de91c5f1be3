/** Claims to decide about, one after the other, with the keys; beside them the log. */
import '../styles/review.css'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { QueuedClaim } from '../../server/reviewApi.ts'
import { useKeys } from '../keys.ts'
import { useReaderName } from '../reader-name.ts'
import { ReviewClaim } from '../review-claim.tsx'
import { ReviewLog } from '../review-log.tsx'
import { Orphans } from '../review-orphans.tsx'
import { ReviewQueue } from '../review-queue.tsx'
import { Empty, Failed, Loading } from '../state.tsx'
import { useTitle } from '../title.ts'
import { type Decision, keyOf, useDecisions, useQueue } from '../use-review.ts'
import { useWords } from '../words.ts'

const route = getRouteApi('/review')

/** The page. Its address holds which claims are in the queue. */
export function ReviewPage() {
  const { t } = useWords()
  const search = route.useSearch()
  useTitle(t('ui.page.review'))
  return (
    <div className="review">
      <h1 className="vh">{t('ui.page.review')}</h1>
      {search.state === 'orphaned' ? <OrphanedDesk /> : <Desk key={JSON.stringify(search)} />}
    </div>
  )
}

function OrphanedDesk() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <ReviewQueue
        filters={search}
        change={values => void navigate({ search: values })}
        queue={null}
        made={new Map()}
        selected={0}
        select={() => undefined}
      />
      <Orphans />
      <ReviewLog />
    </>
  )
}

/** What a form asks for: the fields of a correction, or the reason of a rejection. */
export type Asking = 'correct' | 'reject' | null

function Desk() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const desk = useDesk()
  const { queue, decisions, selected, claim } = desk
  return (
    <>
      <ReviewQueue
        filters={search}
        change={values => void navigate({ search: values })}
        queue={queue}
        made={decisions.made}
        selected={selected}
        select={desk.select}
      />
      <section className="review-claim" aria-live="polite">
        {claim === undefined ? (
          <NoClaim queue={queue} />
        ) : (
          <ReviewClaim
            key={keyOf(claim)}
            claim={claim}
            names={queue.names}
            position={[selected + 1, queue.total]}
            isBlind={search.state === 'second'}
            mine={decisions.made.get(keyOf(claim))}
            asking={desk.asking}
            isWide={desk.isWide}
            acts={desk.acts}
            refusal={decisions.refusal}
          />
        )}
      </section>
      <ReviewLog />
    </>
  )
}

/** The queue, the claim of it that is looked at, and what can be done with it. */
function useDesk() {
  const queue = useQueue(route.useSearch())
  const decisions = useDecisions()
  const [selected, setSelected] = useState(0)
  const [asking, setAsking] = useState<Asking>(null)
  const [isWide, setWide] = useState(false)
  const claim = queue.claims[selected]
  const select = (index: number) => {
    setAsking(null)
    setSelected(Math.max(0, Math.min(index, queue.claims.length - 1)))
    if (index >= queue.claims.length - 5 && queue.list.hasNextPage) void queue.list.fetchNextPage()
  }
  const go = (step: number) => select(selected + step)
  const acts = useActs({ claim, decisions, asking, setAsking, go, widen: () => setWide(!isWide) })
  return { queue, decisions, selected, select, claim, asking, isWide, acts }
}

function NoClaim({ queue: { list } }: { readonly queue: ReturnType<typeof useQueue> }) {
  const { t } = useWords()
  if (list.isError) return <Failed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading lines={8} />
  return (
    <Empty title={t('ui.review.empty')}>
      <p>{t('ui.review.empty.hint')}</p>
    </Empty>
  )
}

interface ActsProps {
  readonly claim: QueuedClaim | undefined
  readonly decisions: ReturnType<typeof useDecisions>
  readonly asking: Asking
  readonly setAsking: (asking: Asking) => void
  readonly go: (step: number) => void
  readonly widen: () => void
}

/** What can be done with the claim that is looked at, by key and by button. A decision leads to the next claim. */
function useActs({ claim, decisions, asking, setAsking, go, widen }: ActsProps) {
  const reader = useReaderName()
  const decide = async (decision: Decision) => {
    if (claim === undefined) return
    if (reader === '') return focusName()
    const isWritten = await decisions.decide(claim, decision)
    if (isWritten) setAsking(null)
    if (isWritten && decision.verdict !== 'withdraw') go(1)
  }
  const take = (index: number) => {
    const review = claim?.reviews[index]
    if (review === undefined) return
    void decide({ verdict: review.verdict, reason: review.reason, change: review.change })
  }
  const acts = {
    decide,
    take,
    go,
    accept: () => void decide({ verdict: 'accept', reason: '', change: null }),
    undo: () => void decide({ verdict: 'withdraw', reason: '', change: null }),
    defer: () => go(1),
    widen,
    ask: (what: Asking) => setAsking(asking === what ? null : what),
  }
  useActKeys(acts, () => setAsking(null))
  return acts
}

function useActKeys(acts: Acts, leave: () => void): void {
  // A field that opens or is gone to would else take the letter.
  const alone = (act: () => void) => (event: KeyboardEvent) => {
    event.preventDefault()
    act()
  }
  useKeys({
    j: () => acts.go(1),
    k: () => acts.go(-1),
    a: alone(acts.accept),
    c: alone(() => acts.ask('correct')),
    x: alone(() => acts.ask('reject')),
    d: acts.defer,
    u: alone(acts.undo),
    e: acts.widen,
    digit1: alone(() => acts.take(0)),
    digit2: alone(() => acts.take(1)),
    escape: leave,
  })
}

/** The acts of the page. */
export type Acts = ReturnType<typeof useActs>

function focusName(): void {
  document.querySelector<HTMLInputElement>('#reader-name')?.focus()
}
