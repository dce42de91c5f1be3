/** From whom an outlet took passages, and who took from it; each leads to the two beside each other. */
import { Link } from '@tanstack/react-router'
import type { OutletPage } from '../server/lensApi.ts'
import { LensSection } from './lens-section.tsx'
import { LongList } from './long-list.tsx'
import { OutletName } from './names.tsx'
import { useWords } from './words.ts'

/** Outlets of a side that are shown first. */
const FIRST = 8
const SIDES = ['from', 'to', 'either'] as const

/** Three lists: taken, given, and where nothing says which way it went. */
export function OutletCopies({ page }: { readonly page: OutletPage }) {
  const { t } = useWords()
  return (
    <LensSection id="copies" title={t('ui.outlet.copies')} about={t('ui.outlet.copies.why')}>
      {page.copies.length === 0 && <p className="muted">{t('ui.outlet.copies.none')}</p>}
      <div className="copy-sides">
        {SIDES.map(side => (
          <CopySide key={side} side={side} page={page} />
        ))}
      </div>
    </LensSection>
  )
}

interface SideProps {
  readonly side: (typeof SIDES)[number]
  readonly page: OutletPage
}

function CopySide({ side, page: { outlet, copies, names } }: SideProps) {
  const { t, count } = useWords()
  const own = copies.filter(copy => copy.side === side)
  if (own.length === 0) return null
  return (
    <div>
      <h3>{t(`ui.outlet.copies.${side}`)}</h3>
      <LongList
        items={own}
        first={FIRST}
        item={({ other, kind, pairs }) => (
          <li key={`${other} ${kind}`}>
            <Link to="/compare" search={{ a: outlet.id, b: other }}>
              <OutletName outlet={other} names={names} />
            </Link>{' '}
            <span className="muted">
              {t(`ui.shared.${kind}`)} · {count('articles', pairs)}
            </span>
          </li>
        )}
      />
    </div>
  )
}
