/** On whose word an outlet's claims rest, and how it passes them on, beside the others at equal type of claim. */
import { Link } from '@tanstack/react-router'
import type { OutletPage } from '../server/lensApi.ts'
import { LensSection } from './lens-section.tsx'
import { LongList } from './long-list.tsx'
import { TellerName } from './names.tsx'
import { RateBar, RateText } from './rate.tsx'
import { useWords } from './words.ts'

/** Roots that are shown first. */
const FIRST = 12

/** A bar for each root: hollow in the outlet's own voice, hatched without a name, solid for the others. */
export function Reliance({ page: { outlet, roots, rest, names } }: { readonly page: OutletPage }) {
  const { t, count, number } = useWords()
  const most = Math.max(1, ...roots.map(({ claims }) => claims))
  return (
    <LensSection
      id="reliance"
      title={t('ui.outlet.reliance')}
      about={t('ui.outlet.reliance.why', { claims: count('claims', outlet.claims) })}
    >
      <LongList
        className="reliance"
        items={roots}
        first={FIRST}
        item={root => (
          <li key={root.key}>
            <Link className="voice" to="/claims" search={{ outlet: outlet.id, source: root.key }}>
              <TellerName teller={root} names={names} />
              <small>{t(root.kind === 'own' ? 'ui.chain.own' : `ui.source.${root.kind}`)}</small>
            </Link>
            <span className="bar-track" aria-hidden="true">
              <i className={barClass(root.kind)} style={{ inlineSize: `${(100 * root.claims) / most}%` }} />
            </span>
            <span className="number">{number(root.claims)}</span>
          </li>
        )}
      />
      {rest.roots > 0 && (
        <p className="muted">
          {t('ui.outlet.reliance.rest', {
            roots: count('sources', rest.roots),
            claims: count('claims', rest.claims),
          })}
        </p>
      )}
      <p className="muted">{t('ui.outlet.reliance.marks')}</p>
    </LensSection>
  )
}

function barClass(kind: OutletPage['roots'][number]['kind']): string {
  if (kind === 'own') return 'bar own'
  return kind === 'anonymous' ? 'bar unnamed' : 'bar'
}

const MANNERS = ['voice', 'modality', 'stance'] as const

/** How it says things: in whose voice, how surely, with what stance. The ring is what the others would have. */
export function Manners({ page: { manners } }: { readonly page: OutletPage }) {
  const { t } = useWords()
  return (
    <LensSection id="manners" title={t('ui.outlet.manners')} about={t('ui.outlet.manners.why')}>
      {MANNERS.map(of => (
        <MannerGroup key={of} of={of} manners={manners.filter(manner => manner.of === of)} />
      ))}
    </LensSection>
  )
}

interface GroupProps {
  readonly of: (typeof MANNERS)[number]
  readonly manners: OutletPage['manners']
}

function MannerGroup({ of, manners }: GroupProps) {
  const { t, number } = useWords()
  if (manners.length === 0) return null
  return (
    <>
      <h3>{t(`ui.manner.${of}`)}</h3>
      <ul className="rates">
        {manners.map(({ value, own, others, isApart }) => (
          <li key={value}>
            <span>{t(of === 'voice' ? `ui.manner.voice.${value}` : `ui.${of}.${value}`)}</span>
            <RateBar rate={own} others={others} />
            <RateText rate={own} />
            <span className={isApart ? 'apart' : 'muted'}>
              {others !== null &&
                t(isApart ? 'ui.rate.apart' : 'ui.rate.others', { n: number(Math.round(others * 100)) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
