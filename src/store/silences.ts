/** Which news an outlet tells, and of which it is silent, out of a record. */
import type { Family } from '../model.ts'
import { dayNumber } from '../record/days.ts'
import { type Coverage, findCoverage } from '../record/silence.ts'
import type { Database } from './database.ts'
import { type EventRow, readEventRow } from './events.ts'

/** How much of the news of a kind and area an outlet tells; the events of which it is silent where it usually tells them. */
export interface OutletSilence extends Omit<Coverage, 'missing'> {
  readonly family: Family
  /** The governorate, or the place itself where none holds it. */
  readonly area: string
  /** How many it does not tell; the latest five of them where it usually tells such news, else none. */
  readonly missing: number
  readonly events: readonly EventRow[]
}

const MOST_AREAS = 20
const MOST_EVENTS = 5

/** The kinds and areas of which an outlet tells most, those that it usually tells first. */
export function findSilences(database: Database, outlet: string): OutletSilence[] {
  const areas = database.all(
    `SELECT n.family, n.area, COUNT(*) AS told FROM event_outlets AS x JOIN news AS n ON n.event = x.event
     WHERE x.outlet = ? GROUP BY n.family, n.area ORDER BY told DESC, n.family, n.area LIMIT ?`,
    outlet,
    MOST_AREAS,
  )
  const days = areas.length === 0 ? [] : listDays(database, outlet)
  const silences = areas.map(row => {
    const [family, area] = [row.family as Family, String(row.area)]
    const { covered, isUsual, missing } = findCoverage(listNews(database, outlet, { family, area }), days)
    const shown = isUsual ? missing.slice(0, MOST_EVENTS) : []
    return { family, area, covered, isUsual, missing: missing.length, events: readEvents(database, shown) }
  })
  return silences.sort((a, b) => Number(b.isUsual) - Number(a.isUsual))
}

/** The days on which an outlet published something that says something, sorted; dated over the record where it does not say. */
function listDays(database: Database, outlet: string): number[] {
  const rows = database.all(
    'SELECT DISTINCT published AS day FROM articles WHERE outlet = ? AND claims > 0',
    outlet,
  )
  const days = rows.map(({ day }) => String(day)).filter(day => /^\d{4}-\d\d-\d\d$/.test(day))
  return days.map(dayNumber).sort((a, b) => a - b)
}

function listNews(
  database: Database,
  outlet: string,
  { family, area }: Pick<OutletSilence, 'family' | 'area'>,
) {
  const rows = database.all(
    `SELECT n.event, n.first, n.last, EXISTS (
       SELECT 1 FROM event_outlets AS x WHERE x.event = n.event AND x.outlet = ?1) AS told
     FROM news AS n WHERE n.family = ?2 AND n.area = ?3`,
    outlet,
    family,
    area,
  )
  return rows.map(row => ({
    event: String(row.event),
    first: Number(row.first),
    last: Number(row.last),
    isTold: row.told === 1,
  }))
}

function readEvents(database: Database, numbers: readonly string[]): EventRow[] {
  return numbers.flatMap(n => {
    const row = database.first('SELECT event, claims, contradictions FROM events WHERE n = ?', Number(n))
    return row === undefined ? [] : [readEventRow(row)]
  })
}
