/** Why a claim is rejected: one of the usual reasons, or one's own words. */
import { useEffect, useRef } from 'react'
import type { Acts } from './pages/review.tsx'
import { useWords } from './words.ts'

const USUAL = ['no-claim', 'furniture', 'repeat', 'type', 'cut']

/** The form; it cannot be sent without a reason. */
export function RejectForm({ acts }: { readonly acts: Acts }) {
  const { t } = useWords()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const reject = (reason: string) => void acts.decide({ verdict: 'reject', reason, change: null })
  return (
    <form
      className="reject"
      onSubmit={event => {
        event.preventDefault()
        const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim()
        if (reason !== '') reject(reason)
      }}
    >
      <label>
        <span>{t('ui.review.reason')}</span>
        <input ref={field} name="reason" dir="auto" required maxLength={2000} autoComplete="off" />
      </label>
      <UsualReasons reject={reject} />
      <div className="action-bar">
        <button type="submit" className="button primary">
          {t('ui.review.reject')} <kbd>Enter</kbd>
        </button>
        <button type="button" className="button quiet" onClick={() => acts.ask(null)}>
          {t('ui.review.cancel')} <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  )
}

function UsualReasons({ reject }: { readonly reject: (reason: string) => void }) {
  const { t } = useWords()
  return (
    <p className="usual">
      {USUAL.map(name => (
        <button
          key={name}
          type="button"
          className="chip"
          onClick={() => reject(t(`ui.review.reason.${name}`))}
        >
          {t(`ui.review.reason.${name}`)}
        </button>
      ))}
    </p>
  )
}
