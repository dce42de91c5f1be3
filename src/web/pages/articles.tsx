/** Articles, narrowed by words, outlet, place and day. */
import { getRouteApi } from '@tanstack/react-router'
import { ArticleItem } from '../article-item.tsx'
import { DayField, Filters, NamedField, TextField } from '../filters.tsx'
import { List } from '../list.tsx'
import { ListTools } from '../list-tools.tsx'
import { PageHead } from '../page-head.tsx'
import { useWords } from '../words.ts'

const route = getRouteApi('/articles')

/** The list of articles, newest first. */
export function ArticlesPage() {
  const { t } = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <div className="page">
      <PageHead title={t('ui.page.articles')} about={t('ui.articles.about')} />
      <Filters values={search} change={values => void navigate({ search: values })}>
        <TextField name="q" values={search} />
        <NamedField name="outlet" kind="outlets" values={search} />
        <NamedField name="place" kind="places" values={search} />
        <DayField name="from" values={search} />
        <DayField name="to" values={search} />
      </Filters>
      <ListTools kind="articles" query={search} />
      <List
        kind="articles"
        query={search}
        noun="articles"
        empty={t('ui.list.none')}
        item={(article, names) => <ArticleItem key={article.id} article={article} names={names} />}
      />
    </div>
  )
}
