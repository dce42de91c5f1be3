/** Who held a place when: one line for the view, one for each source, a bar for each interval with its holders. */
import type { Names } from '../server/api.ts'
import type { ApiHolding, ApiReference, PlaceHoldings } from '../server/recordApi.ts'
import { dayNumber, tellDate, tellShortDay } from './dates.ts'
import { holderOf } from './holders.ts'
import { HolderMark } from './marks.tsx'
import { Isolate, TellerName, useName } from './names.tsx'
import { type Axis, placeOnAxis, ticksOf } from './ribbon.tsx'
import { useWords } from './words.ts'

const MOST = 14
const AIR = 0.04
/** This share of the bars may begin before the axis does: background that is years older is cut at its edge. */
const EARLIER = 0.1

/** From the first day that a source speaks of to the last on which one still said so. */
function axisOf(holdings: readonly ApiHolding[]): Axis | undefined {
  if (holdings.length === 0) return undefined
  const firsts = holdings.map(({ from }) => dayNumber(from)).sort((a, b) => a - b)
  const first = firsts[Math.floor(firsts.length * EARLIER)] ?? 0
  const last = Math.max(...holdings.map(({ confirmed, to, from }) => dayNumber(to ?? (confirmed || from))))
  const air = Math.max(2, Math.ceil((last - first) * AIR))
  return { first: first - air, last: last + air }
}

interface RibbonsProps {
  readonly page: PlaceHoldings
  /** Whose word the first line takes. */
  readonly view: string
}

/** The ribbons of a place, those of most claims first; says so where nobody says who held it. */
export function HoldingRibbons({ page, view }: RibbonsProps) {
  const words = useWords()
  const voices = page.voices.slice(0, MOST)
  const all = [...page.holdings, ...voices.flatMap(({ holdings }) => holdings)]
  const axis = axisOf(all)
  if (axis === undefined) return <p className="muted">{words.t('ui.holdings.none')}</p>
  return (
    <div className="ribbons holdings">
      <div className="ribbon-axis" aria-hidden="true">
        <span className="muted">{words.t('ui.holdings.title')}</span>
        <span className="track">
          {ticksOf(axis, 2).map((day, i) => (
            <i key={day} style={{ insetInlineStart: `${placeOnAxis(axis, dayNumber(day))}%` }}>
              {tellShortDay(words, day, i === 0 || axis.last - axis.first > 330)}
            </i>
          ))}
        </span>
      </div>
      <div className="ribbon of-view">
        <span className="voice">{view}</span>
        <Bars holdings={page.holdings} axis={axis} names={page.names} />
      </div>
      {voices.map(voice => (
        <div className="ribbon" key={voice.key}>
          <span className="voice">
            <TellerName teller={voice} names={page.names} />
            <small>{words.count('claims', voice.claims)}</small>
          </span>
          <Bars holdings={voice.holdings} axis={axis} names={page.names} />
        </div>
      ))}
      <LaterRow references={page.references} axis={axis} />
      <Legend holdings={all} names={page.names} />
    </div>
  )
}

/** Later references on a line of their own, under the sources: hollow marks, for they are none. */
function LaterRow({
  references,
  axis,
}: {
  readonly references: readonly ApiReference[]
  readonly axis: Axis
}) {
  const words = useWords()
  if (references.length === 0) return null
  return (
    <div className="ribbon later">
      <span className="voice muted">{words.t('ui.references')}</span>
      <span className="track" aria-hidden="true">
        {references.map(({ id, date, text }) => (
          <i
            key={id}
            className="later-mark"
            title={`${tellDate(words, date)} · ${text}`}
            style={{ insetInlineStart: `${placeOnAxis(axis, dayNumber(date.split('/')[0] ?? date))}%` }}
          />
        ))}
      </span>
    </div>
  )
}

/** Whom the marks stand for. */
function Legend({ holdings, names }: Pick<BarsProps, 'holdings' | 'names'>) {
  const nameOf = useName()
  const holders = [...new Set(holdings.flatMap(holding => holding.holders))]
  return (
    <p className="holder-line legend">
      {holders.map(id => (
        <span key={id} className="with-mark">
          <HolderMark actor={id} />
          <Isolate text={nameOf(names.actors, id)} />
        </span>
      ))}
    </p>
  )
}

interface BarsProps {
  readonly holdings: readonly ApiHolding[]
  readonly axis: Axis
  readonly names: Names
}

/** A bar is firm until the last day on which somebody still said so, and fades after it. */
function Bars({ holdings, axis, names }: BarsProps) {
  return (
    <ul className="track">
      {holdings.map(holding => (
        <Bar key={`${holding.from}${holding.holders.join()}`} holding={holding} axis={axis} names={names} />
      ))}
    </ul>
  )
}

function Bar({ holding, axis, names }: Omit<BarsProps, 'holdings'> & { readonly holding: ApiHolding }) {
  const words = useWords()
  const nameOf = useName()
  const { from, to, confirmed, holders, state, how } = holding
  const start = placeOnAxis(axis, dayNumber(from))
  const end = placeOnAxis(axis, dayNumber(to ?? confirmed) + 1)
  const said = holders.map(id => nameOf(names.actors, id)).join(words.language === 'ar' ? '، ' : ', ')
  const days = tellDate(words, `${from}/${to ?? '..'}`)
  const kind = holderOf(holders[0] ?? '')
  return (
    <li
      className={`hold hold-${kind} ${state} ${how}${to === null ? ' lasting' : ''}`}
      style={{ insetInlineStart: `${start}%`, inlineSize: `max(6px, ${end - start}%)` }}
      title={`${said} · ${words.t(`ui.holding.${state}`)} · ${days}`}
    >
      <HolderMark actor={holders[0] ?? null} />
      <span className="vh">
        {said}, {words.t(`ui.holding.${state}`)}, {words.t(`ui.holding.${how}`)}, {days}
      </span>
    </li>
  )
}

/** The holder of a place in a list: mark, name, state, since when and last confirmed when. */
export function HolderLine({ holding, names }: { readonly holding: ApiHolding; readonly names: Names }) {
  const words = useWords()
  const nameOf = useName()
  return (
    <span className="holder-line">
      {holding.holders.map(id => (
        <span key={id} className="with-mark">
          <HolderMark actor={id} />
          {nameOf(names.actors, id)}
        </span>
      ))}
      <small>
        {words.t(`ui.holding.${holding.state}`)}
        {holding.how !== 'stated' && ` · ${words.t(`ui.holding.${holding.how}`)}`} ·{' '}
        {words.t('ui.holding.since', { day: tellDate(words, holding.from) })}
      </small>
    </span>
  )
}
