/** One number for what an event's sources count, by a policy that the reader chooses and that is named: none is the truth. */
import { useId, useState } from 'react'
import type { EventReading } from '../server/recordApi.ts'
import { tellRange } from './figures-plot.tsx'
import { useWords } from './words.ts'

const POLICIES = ['range', 'lowest', 'highest', 'majority'] as const

/** The choice of the policy and what it gives; nothing where only one source counts. */
export function Tolls({ tolls, figures }: Pick<EventReading, 'tolls' | 'figures'>) {
  const words = useWords()
  const { t } = words
  const [policy, choose] = useState<(typeof POLICIES)[number]>('range')
  const id = useId()
  if (tolls.length === 0 || new Set(figures.map(({ root }) => root)).size < 2) return null
  return (
    <div className="tolls">
      <label htmlFor={id}>{t('ui.tolls')}</label>{' '}
      <select
        id={id}
        value={policy}
        onChange={event => choose(POLICIES[event.target.selectedIndex] ?? 'range')}
      >
        {POLICIES.map(name => (
          <option key={name} value={name}>
            {t(`ui.tolls.${name}`)}
          </option>
        ))}
      </select>
      <ul>
        {tolls
          .filter(toll => toll.policy === policy)
          .map(({ outcomes, what, min, max, roots }) => (
            <li key={`${outcomes.join()} ${what}`}>
              <b className="number">{tellRange(words, min, max)}</b>{' '}
              {[...outcomes.map(outcome => t(`ui.outcome.${outcome}`)), t(`ui.counted.${what}`)].join(' · ')}{' '}
              <span className="muted">{words.count('sources', roots.length)}</span>
            </li>
          ))}
      </ul>
    </div>
  )
}
