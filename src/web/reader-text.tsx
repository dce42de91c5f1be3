/** The article as it is read: paragraphs with the claims underlined by family, and folds of what is not body. */
import { memo, type RefObject, useEffect, useMemo } from 'react'
import type { Span } from '../model.ts'
import type { ApiClaim, ArticleReading } from '../server/api.ts'
import { type Block, layBlocks } from './blocks.ts'
import { cutSegments, isOver, nextClaim, packLanes, type Segment } from './segments.ts'
import { useWords } from './words.ts'

/** A third and later lane is drawn only where its claim is selected. */
const LANES = 2

/** What the text is drawn from: the article's text, the claims over it with their lanes, and who says so. */
export interface Layers {
  readonly text: string
  readonly claims: readonly ApiClaim[]
  readonly lanes: readonly number[]
  readonly who: readonly Span[]
}

/** The layers of a reading for the claims that are shown. */
export function layerClaims({ article }: ArticleReading, claims: readonly ApiClaim[]): Layers {
  const who = claims.flatMap(claim => [
    ...claim.sources.map(({ span }) => span),
    ...claim.sources.flatMap(({ cue }) => (cue === undefined ? [] : [cue.span])),
    ...(claim.cue === null ? [] : [claim.cue.span]),
  ])
  return { text: article.text, claims, lanes: packLanes(claims), who }
}

function segmentClass({ claims, isWho }: Segment, layers: Layers, selected: number | null): string {
  const lines = claims
    .map(claim => ({ lane: layers.lanes[claim] ?? 0, family: layers.claims[claim]?.family }))
    .filter(({ lane }) => lane < LANES)
    .map(({ lane, family }) => `l${lane}-${family}`)
  const isSelected = selected !== null && claims.includes(selected)
  return [claims.length > 0 ? 'seg' : '', ...lines, isWho ? 'who' : '', isSelected ? 'current' : '']
    .filter(Boolean)
    .join(' ')
}

interface RunProps {
  readonly span: Span
  readonly layers: Layers
  readonly selected: number | null
}

/** A stretch of the article, cut into segments. */
export const Run = memo(function Run({ span, layers, selected }: RunProps) {
  const segments = useMemo(() => cutSegments(span, layers.claims, layers.who), [span, layers])
  return segments.map(segment => {
    const text = layers.text.slice(segment.start, segment.end)
    const className = segmentClass(segment, layers, selected)
    if (className === '') return text
    return (
      <span key={segment.start} className={className} data-claims={segment.claims.join(' ') || undefined}>
        {text}
      </span>
    )
  })
})

interface ReaderTextProps {
  readonly reading: ArticleReading
  readonly layers: Layers
  readonly selected: number | null
}

/** From so many blocks on only those near the window are laid out; below it that would cost more than it saves. */
const MANY = 200

/** All blocks of the article. */
export function ReaderText({ reading, layers, selected }: ReaderTextProps) {
  const { t } = useWords()
  const blocks = useMemo(() => layBlocks(reading.article), [reading])
  return (
    <section className={blocks.length > MANY ? 'reader long' : 'reader'} aria-label={t('ui.article.text')}>
      {blocks.map(block => (
        <BlockOf key={block.span[0]} block={block} layers={layers} selected={selected} />
      ))}
    </section>
  )
}

/**
 * A press on a piece of text selects its claims in turn, the shortest first. Watches the whole article rather than
 * thousands of pieces.
 */
export function usePress(
  ref: RefObject<HTMLElement | null>,
  selected: number | null,
  select: (claim: number) => void,
): void {
  useEffect(() => {
    const root = ref.current
    const press = ({ target }: MouseEvent) => {
      const piece = target instanceof Element ? target.closest<HTMLElement>('[data-claims]') : null
      const claims = piece?.dataset.claims?.split(' ').map(Number) ?? []
      const next = nextClaim(claims, selected)
      if (next !== undefined && !hasSelectedText()) select(next)
    }
    root?.addEventListener('click', press)
    return () => root?.removeEventListener('click', press)
  }, [ref, selected, select])
}

/** Whoever drags over words wants to copy them, not to select a claim. */
function hasSelectedText(): boolean {
  return (getSelection()?.toString() ?? '') !== ''
}

interface BlockProps {
  readonly block: Block
  readonly layers: Layers
  readonly selected: number | null
}

function BlockOf({ block, layers, selected }: BlockProps) {
  const claim = selected === null ? undefined : layers.claims[selected]
  const here = claim !== undefined && isOver(claim.span, block.span) ? selected : null
  if (block.kind === 'fold') return <Fold block={block} text={layers.text.slice(...block.span)} />
  return (
    <p className={blockClass(block)} lang="ar" dir="rtl">
      <Run span={block.span} layers={layers} selected={here} />
    </p>
  )
}

function blockClass({ kind, isContinued = false }: Block): string | undefined {
  return [kind === 'line' ? 'aside-line' : '', isContinued ? 'continued' : ''].join(' ').trim() || undefined
}

/** What is not article: labelled, folded, never thrown away. */
function Fold({ block, text }: { readonly block: Block; readonly text: string }) {
  const { t, count } = useWords()
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return (
    <details className="fold">
      <summary>
        {t('ui.article.fold')} <span className="muted">{count('lines', lines.length)}</span>{' '}
        <span className="muted">{block.kinds.map(kind => t(`ui.region.${kind}`)).join(t('ui.comma'))}</span>
      </summary>
      <div className="raw" lang="ar" dir="rtl">
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change
          <p key={i}>{line}</p>
        ))}
      </div>
    </details>
  )
}
