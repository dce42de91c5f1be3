/** What could not be read, why, and what to do. */
import { getRouteApi } from '@tanstack/react-router'
import { List } from '../list.tsx'
import { PageHead } from '../page-head.tsx'
import { ProblemItem } from '../problem-item.tsx'
import { useWords } from '../words.ts'

const route = getRouteApi('/problems')

/** The list of problems, newest first. */
export function ProblemsPage() {
  const { t } = useWords()
  const search = route.useSearch()
  return (
    <div className="page">
      <PageHead title={t('ui.page.problems')} about={t('ui.problems.about')} />
      <List
        kind="problems"
        query={search}
        noun="problems"
        empty={t('ui.problems.none')}
        item={problem => (
          <ProblemItem key={`${problem.at}-${problem.where}-${problem.code}`} problem={problem} />
        )}
      />
    </div>
  )
}
