/** What an event is called: its kind, where and when, in our own neutral words, never in an outlet's. */
import { Link } from '@tanstack/react-router'
import type { Names } from '../server/api.ts'
import type { EventRow } from '../server/recordApi.ts'
import { tellDate } from './dates.ts'
import { useName } from './names.tsx'
import { useWords, type Words } from './words.ts'

type Parts = Pick<EventRow, 'types' | 'family' | 'places' | 'agents' | 'targets' | 'time'>

const MOST_NAMED = 2

/** The name of an event as text: "Airstrike · Kafr Nabl · 3 Nov 2017". */
export function useEventName(): (event: Parts, names: Names) => string {
  const words = useWords()
  const nameOf = useName()
  return (event, names) =>
    [
      tellType(words, event),
      listSome(
        words,
        event.places.map(place => nameOf(names.places, place)),
      ),
      event.time === null ? '' : tellDate(words, event.time),
    ]
      .filter(Boolean)
      .join(' · ')
}

function tellType({ t }: Words, { types, family }: Parts): string {
  const [type] = types
  return type === undefined ? t(`ui.family.${family}`) : t(`ui.type.${type}`)
}

/** The first two names, and how many more there are. */
function listSome({ t, number, language }: Words, texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_NAMED).join(language === 'ar' ? '، ' : ', ')
  const more = texts.length - MOST_NAMED
  return more > 0 ? t('ui.event.more', { shown, n: number(more) }) : shown
}

/** The name of an event, leading to its page. */
export function EventLink({
  event,
  names,
}: {
  readonly event: Parts & { id: string }
  readonly names: Names
}) {
  const nameOf = useEventName()
  return (
    <Link className="event-name" to="/events/$event" params={{ event: event.id }}>
      {nameOf(event, names)}
    </Link>
  )
}
