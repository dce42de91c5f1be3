/** Who said something of a place, and when: one ribbon for each voice along one axis of days. */
import { useState } from 'react'
import type { Names, Point, Voice } from '../server/api.ts'
import { dayNumber, dayOf, tellDate, tellShortDay } from './dates.ts'
import { Isolate, OutletName, useName } from './names.tsx'
import { useWords, type Words } from './words.ts'

/** The days that the axis covers. */
export interface Axis {
  readonly first: number
  readonly last: number
}

/** A gap this many times as long as all the days on its other side sets what lies beyond it apart. */
const FAR = 2
/** No more than this share of the claims may be set apart. */
const FEW = 0.25

/**
 * The days that the axis covers: all of them, a little wider so that the outermost marks are whole. Where a few claims
 * lie years away ("since 2014"), the axis keeps to the rest, and those few sit at its edge.
 */
export function axisOf(voices: readonly Voice[]): Axis | undefined {
  const days = voices
    .flatMap(({ points }) => points.flatMap(({ from }) => (from === null ? [] : [dayNumber(from)])))
    .sort((a, b) => a - b)
  const near = dropFar(
    dropFar(days)
      .toReversed()
      .map(day => -day),
  ).map(day => -day)
  const [last, first] = [near.at(0), near.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const air = Math.max(1, Math.ceil((last - first) * 0.04))
  return { first: first - air, last: last + air }
}

/** Sorted days without the few at their beginning that lie far before the rest. */
function dropFar(days: readonly number[]): readonly number[] {
  const last = days.at(-1) ?? 0
  const from = days.findLastIndex((day, i) => {
    const next = days[i + 1]
    const isFew = i + 1 <= days.length * FEW
    return isFew && next !== undefined && next - day > FAR * (last - next + 7)
  })
  return days.slice(from + 1)
}

/** Where a day lies on the axis, in percent from its beginning; days beyond it at its edge. */
export function placeOnAxis(axis: Axis, day: number): number {
  const share = (day - axis.first) / (axis.last - axis.first)
  return Math.min(1, Math.max(0, share)) * 100
}

/** Up to `most` evenly spaced days of the axis, for its marks. */
export function ticksOf({ first, last }: Axis, most: number): string[] {
  const steps = Math.max(1, Math.min(most, last - first))
  return Array.from({ length: steps + 1 }, (_, i) =>
    dayOf(Math.round(first + ((last - first) * i) / steps)),
  ).slice(0, -1)
}

const FOLDED = 12

interface RibbonsProps {
  readonly voices: readonly Voice[]
  readonly names: Names
  readonly chosen: string | null
  readonly choose: (key: string | null) => void
}

/** All voices, the most talkative first. A press on one shows only its claims below. */
export function Ribbons({ voices, names, chosen, choose }: RibbonsProps) {
  const words = useWords()
  const [isAll, setAll] = useState(false)
  const axis = axisOf(voices)
  if (axis === undefined) return <p className="muted">{words.t('ui.ribbon.undated')}</p>
  const shown = isAll ? voices : voices.slice(0, FOLDED)
  return (
    <div className="ribbons">
      <div className="ribbon-axis" aria-hidden="true">
        <span className="muted">{words.t('ui.ribbon.title')}</span>
        <span className="track">
          {ticksOf(axis, 4).map((day, i) => (
            <i key={day} style={{ insetInlineStart: `${placeOnAxis(axis, dayNumber(day))}%` }}>
              {tellShortDay(words, day, i === 0 || axis.last - axis.first > 330)}
            </i>
          ))}
        </span>
      </div>
      {shown.map(voice => (
        <Ribbon
          key={voice.key}
          voice={voice}
          axis={axis}
          names={names}
          isChosen={voice.key === chosen}
          choose={() => choose(voice.key === chosen ? null : voice.key)}
        />
      ))}
      {voices.length > shown.length && (
        <button type="button" className="button quiet" onClick={() => setAll(true)}>
          {words.t('ui.ribbon.all', { n: words.number(voices.length) })}
        </button>
      )}
    </div>
  )
}

interface RibbonProps {
  readonly voice: Voice
  readonly axis: Axis
  readonly names: Names
  readonly isChosen: boolean
  readonly choose: () => void
}

/** One voice: a tick for a dated claim, a ring for one set at publication, fading after the last. */
function Ribbon({ voice, axis, names, isChosen, choose }: RibbonProps) {
  const words = useWords()
  const dated = voice.points.filter(({ from }) => from !== null)
  const places = dated.map(({ from }) => placeOnAxis(axis, dayNumber(from ?? '')))
  return (
    <button type="button" className="ribbon" aria-pressed={isChosen} onClick={choose}>
      <span className="voice">
        <VoiceName voice={voice} names={names} />
        <small>{tellVoice(words, voice)}</small>
      </span>
      <span className="track" aria-hidden="true">
        {places.length > 0 && (
          <>
            <i
              className="band"
              style={{
                insetInlineStart: `${Math.min(...places)}%`,
                inlineSize: `${Math.max(...places) - Math.min(...places)}%`,
              }}
            />
            <i className="fade" style={{ insetInlineStart: `${Math.max(...places)}%` }} />
          </>
        )}
        {dated.map((point, i) => (
          <Mark key={`${point.article}-${point.claim}-${point.place}`} point={point} at={places[i] ?? 0} />
        ))}
      </span>
    </button>
  )
}

function Mark({ point, at }: { readonly point: Point; readonly at: number }) {
  const words = useWords()
  const isBeyond = at <= 0 || at >= 100
  return (
    <i
      className={`mark dated-${point.dated} f-${point.family}${isBeyond ? ' beyond' : ''}`}
      style={{ insetInlineStart: `${at}%` }}
      title={`${words.t(`ui.type.${point.type}`)} · ${point.from === null ? '' : tellDate(words, point.from)}`}
    />
  )
}

/** Who the voice is: the outlet itself, or the source in the article's words. */
export function VoiceName({ voice, names }: { readonly voice: Voice; readonly names: Names }) {
  const nameOf = useName()
  if (voice.kind === 'own') return <OutletName outlet={voice.text} names={names} />
  const text = voice.actor === null ? voice.text : nameOf(names.actors, voice.actor, voice.text)
  return <Isolate className="who" text={text} />
}

function tellVoice(words: Words, voice: Voice): string {
  const kind = words.t(voice.kind === 'own' ? 'ui.chain.own' : `ui.source.${voice.kind}`)
  return `${words.count('claims', voice.claims)} · ${kind}`
}
