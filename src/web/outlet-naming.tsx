/** What an outlet calls an actor, beside what the others call it in the same events. All of it is their wording, as data. */
import type { OutletPage } from '../server/lensApi.ts'
import { LensSection } from './lens-section.tsx'
import { LongList } from './long-list.tsx'
import { HolderMark } from './marks.tsx'
import { Isolate, useName, Wording } from './names.tsx'
import { Table } from './table.tsx'
import { useWords } from './words.ts'

type Wordings = OutletPage['naming'][number]['wordings']

const HEADS = [
  'ui.table.wording',
  'ui.outlet.naming.own',
  'ui.outlet.naming.others',
  'ui.outlet.naming.apart',
]

/** Actors that are shown first. */
const FIRST = 4

/** A table for each actor in events that the outlet shares with others. */
export function OutletNaming({ page: { naming, names } }: { readonly page: OutletPage }) {
  const { t, count } = useWords()
  const nameOf = useName()
  if (naming.length === 0) return null
  return (
    <LensSection id="naming" title={t('ui.outlet.naming')} about={t('ui.outlet.naming.why')}>
      <LongList
        items={naming}
        first={FIRST}
        item={({ actor, events, wordings }) => (
          <li key={actor}>
            <h3 className="with-mark">
              <HolderMark actor={actor} />
              <Isolate text={nameOf(names.actors, actor)} />{' '}
              <small>{t('ui.outlet.naming.shared', { events: count('events', events) })}</small>
            </h3>
            <WordingTable wordings={wordings} />
          </li>
        )}
      />
    </LensSection>
  )
}

function WordingTable({ wordings }: { readonly wordings: Wordings }) {
  const { t, number } = useWords()
  const tell = ({ count, of }: { count: number; of: number }) =>
    count === 0 ? '–' : t('ui.rate.of', { count: number(count), of: number(of) })
  return (
    <Table heads={HEADS}>
      {wordings.map(({ wording, own, others, isApart }) => (
        <tr key={wording}>
          <th scope="row">
            <Wording text={wording} />
          </th>
          <td className="number">{tell(own)}</td>
          <td className="number">{tell(others)}</td>
          <td>{isApart && t('ui.outlet.naming.is-apart')}</td>
        </tr>
      ))}
    </Table>
  )
}
