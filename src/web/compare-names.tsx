/** What each of two sides calls the same actors, and the numbers that each gives for the same event. */
import { Link } from '@tanstack/react-router'
import type { Comparison } from '../server/lensApi.ts'
import { LensSection } from './lens-section.tsx'
import { HolderMark } from './marks.tsx'
import { Isolate, useName, Wording } from './names.tsx'
import { useWords, type Words } from './words.ts'

type Wordings = Comparison['naming'][number]['wordings'][number]
type Range = Comparison['numbers'][number]['ranges'][number]

const MOST_WORDINGS = 8

/** The wordings of each side for each actor, most used first. */
export function CompareNames({ page: { naming, names } }: { readonly page: Comparison }) {
  const { t } = useWords()
  const nameOf = useName()
  if (naming.length === 0) return null
  return (
    <LensSection id="names" title={t('ui.event.naming')} about={t('ui.compare.names.why')}>
      <ul className="name-rows">
        {naming.map(({ actor, wordings }) => (
          <li key={actor} className="beside">
            <WordingList wordings={wordings[0]} />
            <span className="between with-mark">
              <HolderMark actor={actor} />
              <Isolate text={nameOf(names.actors, actor)} />
            </span>
            <WordingList wordings={wordings[1]} />
          </li>
        ))}
      </ul>
    </LensSection>
  )
}

function WordingList({ wordings }: { readonly wordings: Wordings }) {
  const { number } = useWords()
  return (
    <p>
      {wordings.length === 0 && <span className="muted">–</span>}
      {wordings.slice(0, MOST_WORDINGS).map(({ text, claims }) => (
        <span key={text} className="wording-count">
          <Wording text={text} /> <small>{number(claims)}</small>
        </span>
      ))}
    </p>
  )
}

/** The range of each side for one kind of people and fate; those that no number fits come first. */
export function CompareNumbers({ page: { numbers, shared } }: { readonly page: Comparison }) {
  const words = useWords()
  const { t } = words
  if (numbers.length === 0) return null
  const known = new Set(shared.items.map(({ event }) => event.id))
  return (
    <LensSection id="numbers" title={t('ui.event.figures')} about={t('ui.event.figures.why')}>
      <ul className="name-rows">
        {numbers.map(({ event, outcomes, what, ranges, isApart }) => (
          <li key={`${event} ${outcomes.join()} ${what}`} className="beside">
            <b className="number">{tellRange(words, ranges[0])}</b>
            <span className="between">
              {[...outcomes.map(outcome => t(`ui.outcome.${outcome}`)), t(`ui.counted.${what}`)].join(' · ')}{' '}
              {known.has(event) && (
                <Link to="/events/$event" params={{ event }}>
                  {t('ui.contradiction.event')}
                </Link>
              )}
              {isApart && <span className="open-contradiction"> {t('ui.compare.numbers.apart')}</span>}
            </span>
            <b className="number">{tellRange(words, ranges[1])}</b>
          </li>
        ))}
      </ul>
    </LensSection>
  )
}

function tellRange({ t, number }: Words, { min, max }: Range): string {
  if (max === null) return t('ui.range.least', { min: number(min) })
  return min === max ? number(min) : t('ui.range', { min: number(min), max: number(max) })
}
