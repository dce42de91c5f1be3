/** One article: its text with its claims, the card of the selected one, and where the text came from. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Family } from '../../model.ts'
import type { ArticleReading } from '../../server/api.ts'
import { ArticleHead, FamilyBar } from '../article-head.tsx'
import { CardColumn } from '../card-column.tsx'
import { ClaimList } from '../claim-list.tsx'
import { articleQuery } from '../client.ts'
import { tellClaim } from '../copy-claim.ts'
import { DatingReasons } from '../dating.tsx'
import { useKeys } from '../keys.ts'
import { Provenance } from '../provenance.tsx'
import { layerClaims, ReaderText, usePress } from '../reader-text.tsx'
import { SharedPassages } from '../shared-passages.tsx'
import { Shown } from '../state.tsx'
import { useTitle } from '../title.ts'
import { useWords } from '../words.ts'

const route = getRouteApi('/articles/$article')

/** The page of an article. `?claim=` holds the selected claim. */
export function ArticlePage() {
  const { article } = route.useParams()
  const { language } = useWords()
  const query = useQuery(articleQuery(article, language))
  return <Shown query={query}>{reading => <Reader key={reading.article.id} reading={reading} />}</Shown>
}

function Reader({ reading }: { readonly reading: ArticleReading }) {
  const { t } = useWords()
  const [hidden, setHidden] = useState<ReadonlySet<Family>>(new Set())
  const { shown, selected, select, isAll, setAll } = useSelection(reading)
  const layers = useMemo(() => layerClaims(reading, shown), [reading, shown])
  const claim = selected === null ? undefined : shown[selected]
  const copied = useCopy(reading, claim)
  const ref = useRef<HTMLDivElement>(null)
  usePress(ref, selected, select)
  useTitle(reading.article.title ?? t('ui.article.untitled'))
  return (
    <div className="article" ref={ref} data-hidden={[...hidden].join(' ')}>
      <ArticleHead reading={reading} layers={layers} selected={selected} />
      <FamilyBar
        claims={reading.claims}
        hidden={hidden}
        hide={family => setHidden(toggle(hidden, family))}
        isAll={isAll}
        setAll={setAll}
      />
      <ReaderText reading={reading} layers={layers} selected={selected} />
      <CardColumn reading={reading} claims={shown} selected={selected} select={select} copied={copied} />
      <ClaimList claims={shown} selected={selected} select={select} />
      <DatingReasons reading={reading} />
      <SharedPassages article={reading.article.id} />
      <Provenance reading={reading} />
    </div>
  )
}

function toggle<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return set.has(item) ? new Set([...set].filter(other => other !== item)) : new Set([...set, item])
}

/** The claims that are shown, in reading order, and the selected one by its place among them. The address keeps its id. */
function useSelection({ claims }: ArticleReading) {
  const { claim: first } = route.useSearch()
  const navigate = route.useNavigate()
  const [id, choose] = useState(first)
  const [isAsked, setAll] = useState(false)
  const isAll = isAsked || claims.find(claim => claim.id === id)?.optional === true
  const shown = useMemo(
    () => claims.filter(claim => isAll || !claim.optional).sort((a, b) => a.span[0] - b.span[0]),
    [claims, isAll],
  )
  const found = shown.findIndex(claim => claim.id === id)
  const selected = found < 0 ? null : found
  const select = useCallback(
    (index: number | null) => {
      const claim = index === null ? undefined : shown[index]?.id
      choose(claim)
      void navigate({ search: claim === undefined ? {} : { claim }, replace: true, resetScroll: false })
    },
    [navigate, shown],
  )
  useKeys({
    j: () => select(Math.min((selected ?? -1) + 1, shown.length - 1)),
    k: () => select(Math.max((selected ?? 1) - 1, 0)),
    escape: () => select(null),
    enter: event => openCard(event),
    r: () => document.querySelector<HTMLElement>('[data-review]')?.click(),
  })
  return { shown, selected, select, isAll, setAll }
}

/** Enter moves to the card, from where its links can be reached; on a link or button it does what it always does. */
function openCard(event: KeyboardEvent): void {
  const isControl = event.target instanceof Element && event.target.closest('a, button, summary') !== null
  if (!isControl) document.querySelector<HTMLElement>('.card')?.focus()
}

/** `y` copies the selected quotation with its chain; gives the copying function and whether it was just done. */
function useCopy(reading: ArticleReading, claim: ArticleReading['claims'][number] | undefined) {
  const words = useWords()
  const [done, setDone] = useState<string | null>(null)
  const copy = () => {
    if (claim === undefined) return
    navigator.clipboard.writeText(tellClaim(words, claim, reading)).then(
      () => setDone(claim.id),
      () => setDone(null),
    )
  }
  useKeys({ y: copy })
  return { copy, isDone: done !== null && done === claim?.id }
}
