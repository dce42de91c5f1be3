/** The column beside the text, with the card of the selected claim at its line; a sheet at the bottom on a phone. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ApiClaim, ArticleReading } from '../server/api.ts'
import { ClaimCard } from './claim-card.tsx'
import { Misread } from './misread.tsx'
import { useWords } from './words.ts'

interface ColumnProps {
  readonly reading: ArticleReading
  readonly claims: readonly ApiClaim[]
  readonly selected: number | null
  readonly select: (index: number | null) => void
  readonly copied: { readonly copy: () => void; readonly isDone: boolean }
}

/** The card of the selected claim, or how to select one. */
export function CardColumn({ reading, claims, selected, select, copied }: ColumnProps) {
  const { t } = useWords()
  const ref = useRef<HTMLElement>(null)
  const claim = selected === null ? undefined : claims[selected]
  usePlacing(ref, claim?.id)
  if (claim === undefined || selected === null) {
    return (
      <aside className="card-column">
        {claims.length > 0 && <p className="muted">{t('ui.card.none')}</p>}
      </aside>
    )
  }
  const { article, names } = reading
  return (
    <aside className="card-column">
      <section className="card" ref={ref} tabIndex={-1} aria-labelledby="card-title">
        <Sheet key={claim.id}>
          <ClaimCard
            claim={claim}
            names={names}
            outlet={article.outlet}
            published={article.published}
            text={article.text}
          />
          <Misread article={article.id} claim={claim.id} />
        </Sheet>
        <CardActions selected={selected} count={claims.length} select={select} copied={copied} />
      </section>
      <p className="vh" role="status">
        {copied.isDone ? t('ui.card.copied') : ''}
      </p>
    </aside>
  )
}

/** On a phone the card peeks; its handle opens it. The handle is not drawn on wider screens. */
function Sheet({ children }: { readonly children: React.ReactNode }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="sheet" data-open={isOpen || undefined}>
      <button
        type="button"
        className="handle"
        aria-expanded={isOpen}
        aria-label={t(isOpen ? 'ui.card.close' : 'ui.card.open')}
        onClick={() => setOpen(!isOpen)}
      />
      {children}
    </div>
  )
}

interface ActionsProps {
  readonly selected: number
  readonly count: number
  readonly select: ColumnProps['select']
  readonly copied: ColumnProps['copied']
}

function CardActions({ selected, count, select, copied }: ActionsProps) {
  const { t, number } = useWords()
  return (
    <footer className="card-foot">
      <button type="button" onClick={copied.copy}>
        {t(copied.isDone ? 'ui.card.copied' : 'ui.card.copy')} <kbd>y</kbd>
      </button>
      <span className="muted">
        {t('ui.card.position', { n: number(selected + 1), total: number(count) })}
      </span>
      <span className="end">
        <button type="button" disabled={selected === 0} onClick={() => select(selected - 1)}>
          {t('ui.card.previous')} <kbd>k</kbd>
        </button>
        <button type="button" disabled={selected === count - 1} onClick={() => select(selected + 1)}>
          {t('ui.card.next')} <kbd>j</kbd>
        </button>
        <button type="button" onClick={() => select(null)} aria-label={t('ui.card.dismiss')}>
          ×
        </button>
      </span>
    </footer>
  )
}

const MARGIN = 14

/** Puts the card beside the first line of its claim, inside the window where it fits. */
function usePlacing(ref: RefObject<HTMLElement | null>, claim: string | undefined): void {
  useEffect(() => {
    if (claim !== undefined) showClaim()
  }, [claim])
  useLayoutEffect(() => {
    const place = () => placeCard(ref.current)
    place()
    addEventListener('resize', place)
    return () => removeEventListener('resize', place)
  })
}

/** Brings the claim's first line into view where it is not; the reader's line otherwise stays where it was. */
function showClaim(): void {
  const first = document.querySelector('.seg.current')
  const line = first?.getClientRects()[0]
  if (line === undefined) return
  const isSeen = line.top > 0 && line.bottom < innerHeight * (isPhone() ? 0.6 : 0.9)
  if (!isSeen) scrollTo({ top: scrollY + line.top - innerHeight * 0.3, behavior: 'instant' })
  // In a long article the blocks on the way get their real height only once they are passed.
  if (!isSeen && first?.closest('.long')) first.scrollIntoView({ block: 'center', behavior: 'instant' })
  placeCard(document.querySelector<HTMLElement>('.card'))
}

function isPhone(): boolean {
  return matchMedia('(width <= 1100px)').matches
}

function placeCard(card: HTMLElement | null): void {
  const column = card?.parentElement
  const line = document.querySelector('.seg.current')?.getClientRects()[0]
  if (!card || !column || line === undefined) return
  if (isPhone()) {
    card.style.removeProperty('inset-block-start')
    return
  }
  const base = column.getBoundingClientRect().top
  const wanted = line.top - base - 22
  const lowest = Math.min(innerHeight - MARGIN, base + column.offsetHeight) - base - card.offsetHeight
  const highest = Math.max(0, MARGIN - base)
  const top = line.top < innerHeight ? Math.max(highest, Math.min(wanted, lowest), 0) : Math.max(0, wanted)
  card.style.insetBlockStart = `${Math.round(top)}px`
  card.style.setProperty('--leader', `${Math.round(Math.max(10, line.top + line.height / 2 - base - top))}px`)
}
