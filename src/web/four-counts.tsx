/** Articles, outlets, families, roots: always side by side, always in this order; roots as bounds, never one number. */
import type { EventRow } from '../server/recordApi.ts'
import { useWords } from './words.ts'

/** The four counts of an event. */
export function FourCounts({ counts }: { readonly counts: EventRow['counts'] }) {
  const { t, number } = useWords()
  const { min, max } = counts.roots
  const roots = min === max ? number(max) : t('ui.counts.bounds', { min: number(min), max: number(max) })
  return (
    <ul className="four-counts" title={t('ui.counts.why')}>
      <Count name="articles" value={number(counts.articles)} />
      <Count name="outlets" value={number(counts.outlets)} />
      <Count name="families" value={number(counts.families)} />
      <Count name="roots" value={roots} />
    </ul>
  )
}

function Count({ name, value }: { readonly name: string; readonly value: string }) {
  const { t } = useWords()
  return (
    <li>
      <span>{t(`ui.counts.${name}`)}</span> <b>{value}</b>
    </li>
  )
}
