/** Outlets with what the record holds of each. */
import { Link } from '@tanstack/react-router'
import { tellDate } from '../dates.ts'
import { List } from '../list.tsx'
import { Mono, OutletName } from '../names.tsx'
import { PageHead } from '../page-head.tsx'
import { Table } from '../table.tsx'
import { useWords } from '../words.ts'

const HEADS = ['ui.table.outlet', 'ui.table.family', 'ui.table.days', 'ui.table.articles', 'ui.table.claims']

/** The list of outlets, those with most articles first. */
export function OutletsPage() {
  const words = useWords()
  const { t, number } = words
  return (
    <div className="page">
      <PageHead title={t('ui.page.outlets')} about={t('ui.outlets.about')} />
      <List
        kind="outlets"
        query={{}}
        noun="outlets"
        empty={t('ui.list.none')}
        frame={rows => <Table heads={HEADS}>{rows}</Table>}
        item={({ id, name, en, domain, family, articles, claims, first, last }) => (
          <tr key={id}>
            <th scope="row">
              <Link to="/articles" search={{ outlet: id }}>
                <OutletName
                  outlet={id}
                  names={{
                    actors: {},
                    places: {},
                    outlets: { [id]: { name: name || id, en, kind: '', side: '' } },
                  }}
                />
              </Link>{' '}
              {domain !== null && domain !== '' && <Mono>{domain}</Mono>}
            </th>
            <td>{family !== null && family !== '' && <Mono>{family}</Mono>}</td>
            <td>
              {first !== null &&
                last !== null &&
                tellDate(words, first === last ? first : `${first}/${last}`)}
            </td>
            <td className="number">{number(articles)}</td>
            <td className="number">
              <Link to="/claims" search={{ outlet: id }}>
                {number(claims)}
              </Link>
            </td>
          </tr>
        )}
      />
    </div>
  )
}
