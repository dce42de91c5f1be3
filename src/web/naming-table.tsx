/** What each outlet calls those whom the claims of one event name: their words, as data. */
import type { Names } from '../server/api.ts'
import type { EventReading } from '../server/recordApi.ts'
import { OutletName, useName, Wording } from './names.tsx'
import { Table } from './table.tsx'
import { useWords } from './words.ts'

interface Row {
  readonly actor: string
  readonly outlet: string
  readonly wordings: ReadonlyMap<string, number>
}

function listRows({ claims }: EventReading): Row[] {
  const rows = new Map<string, { actor: string; outlet: string; wordings: Map<string, number> }>()
  for (const { agent, target, article } of claims) {
    for (const { actor, text } of [...agent, ...target]) {
      if (actor === null || article.outlet === null) continue
      const key = `${actor} ${article.outlet}`
      const row = rows.get(key) ?? { actor, outlet: article.outlet, wordings: new Map<string, number>() }
      rows.set(key, row)
      row.wordings.set(text, (row.wordings.get(text) ?? 0) + 1)
    }
  }
  return [...rows.values()].sort((a, b) => (a.actor + a.outlet < b.actor + b.outlet ? -1 : 1))
}

const HEADS = ['ui.table.actor', 'ui.table.outlet', 'ui.table.wording']

/** The table; nothing where only one outlet speaks. */
export function NamingTable({ event, names }: { readonly event: EventReading; readonly names: Names }) {
  const { t, number } = useWords()
  const nameOf = useName()
  const rows = listRows(event)
  if (new Set(rows.map(({ outlet }) => outlet)).size < 2) return null
  return (
    <section aria-labelledby="naming">
      <h2 id="naming">{t('ui.event.naming')}</h2>
      <p className="muted">{t('ui.event.naming.why')}</p>
      <Table heads={HEADS}>
        {rows.map(({ actor, outlet, wordings }) => (
          <tr key={`${actor} ${outlet}`}>
            <th scope="row">{nameOf(names.actors, actor)}</th>
            <td>
              <OutletName outlet={outlet} names={names} />
            </td>
            <td>
              {[...wordings].map(([text, times]) => (
                <span key={text} className="wording-count">
                  <Wording text={text} /> <small>{number(times)}</small>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </Table>
    </section>
  )
}
