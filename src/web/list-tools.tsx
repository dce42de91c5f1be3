/** What can be done with a list as it is seen: taken away as a file, or kept as a view. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Query } from './client.ts'
import { keepView } from './views.ts'
import { useWords } from './words.ts'

interface ToolsProps {
  readonly kind: 'claims' | 'articles'
  /** What the list is narrowed by; the file has the same. */
  readonly query: Query
}

/** The links to the files and the field that names a view. */
export function ListTools({ kind, query }: ToolsProps) {
  const { t } = useWords()
  const address = (format: string) => {
    const given = Object.entries({ ...query, kind, format }).filter((pair): pair is [string, string] =>
      Boolean(pair[1]),
    )
    return `/api/export?${new URLSearchParams(given)}`
  }
  return (
    <div className="list-tools">
      <span className="muted">{t('ui.export')}</span>
      <a href={address('csv')} download>
        CSV
      </a>
      <a href={address('jsonl')} download>
        JSON Lines
      </a>
      {kind === 'claims' && (
        <Link to="/dossier" search={query}>
          {t('ui.dossier')}
        </Link>
      )}
      <KeepView />
    </div>
  )
}

function KeepView() {
  const { t } = useWords()
  const [state, setState] = useState<'closed' | 'open' | 'kept'>('closed')
  if (state !== 'open') {
    return (
      <button type="button" className="end" onClick={() => setState('open')}>
        {t(state === 'kept' ? 'ui.view.kept' : 'ui.view.keep')}
      </button>
    )
  }
  return (
    <form
      className="end"
      onSubmit={event => {
        event.preventDefault()
        const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
        if (name !== '') keepView({ name, address: `${location.pathname}${location.search}` })
        setState(name === '' ? 'closed' : 'kept')
      }}
    >
      <label>
        {t('ui.view.name')} {/* biome-ignore lint/a11y/noAutofocus: it opens where it was asked for */}
        <input name="name" dir="auto" maxLength={80} autoComplete="off" autoFocus />
      </label>{' '}
      <button type="submit" className="button">
        {t('ui.view.save')}
      </button>
    </form>
  )
}
