/** Outlets with what the record holds of each. */
import { Link } from '@tanstack/react-router'
import type { OutletRow } from '../../server/api.ts'
import { tellDate } from '../dates.ts'
import { List } from '../list.tsx'
import { Isolate, Mono } from '../names.tsx'
import { PageHead } from '../page-head.tsx'
import { Table } from '../table.tsx'
import { useWords } from '../words.ts'

const HEADS = ['ui.table.outlet', 'ui.table.family', 'ui.table.days', 'ui.table.articles', 'ui.table.claims']

/** The list of outlets, those with most articles first. */
export function OutletsPage() {
  const { t } = useWords()
  return (
    <div className="page">
      <PageHead title={t('ui.page.outlets')} about={t('ui.outlets.about')} />
      <p className="facts">
        <Link to="/compare">{t('ui.compare.two')}</Link>
      </p>
      <List
        kind="outlets"
        query={{}}
        noun="outlets"
        empty={t('ui.list.none')}
        frame={rows => <Table heads={HEADS}>{rows}</Table>}
        item={outlet => <Row key={outlet.id} outlet={outlet} />}
      />
    </div>
  )
}

function Row({ outlet }: { readonly outlet: OutletRow }) {
  const words = useWords()
  const { id, name, en, domain, family, articles, claims, first, last } = outlet
  const shown = (words.language === 'en' ? en || name : name) || id
  return (
    <tr>
      <th scope="row">
        <Link to="/outlets/$outlet" params={{ outlet: id }}>
          <Isolate className="who" text={shown} />
        </Link>{' '}
        {domain !== null && domain !== '' && <Mono>{domain}</Mono>}
      </th>
      <td>{family !== null && family !== '' && <Mono>{family}</Mono>}</td>
      <td>
        {first !== null && last !== null && tellDate(words, first === last ? first : `${first}/${last}`)}
      </td>
      <td className="number">
        <Link to="/articles" search={{ outlet: id }}>
          {words.number(articles)}
        </Link>
      </td>
      <td className="number">
        <Link to="/claims" search={{ outlet: id }}>
          {words.number(claims)}
        </Link>
      </td>
    </tr>
  )
}
