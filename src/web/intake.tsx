/** Where files are dropped, and how far their reading is: what was read, what failed and why. */
import { useRef, useState } from 'react'
import type { IntakeState } from '../server/uploads.ts'
import { type Dropped, listChosen, listDropped } from './drop-files.ts'
import { Isolate } from './names.tsx'
import { Message } from './problem-item.tsx'
import { type Sending, useIntake } from './use-intake.ts'
import { useWords } from './words.ts'

/** The section. On a server that only shows there is none. `isLarge` for a record with nothing in it. */
export function Intake({ isLarge = false }: { readonly isLarge?: boolean }) {
  const { t } = useWords()
  const { state, sending, isSending, send, resume } = useIntake()
  if (state === undefined || !state.isOpen) return null
  return (
    <section aria-labelledby="intake" className={isLarge ? 'intake large' : 'intake'}>
      <h2 id="intake">{t('ui.intake')}</h2>
      <DropZone send={send} />
      {(sending.total > 0 || sending.others > 0) && <SendingLine sending={sending} isSending={isSending} />}
      {state.files > 0 && <Progress state={state} />}
      {state.stop !== null && <Stopped stop={state.stop} resume={() => void resume()} />}
      {state.problems.length > 0 && <Failed state={state} />}
    </section>
  )
}

type Send = (files: readonly Dropped[]) => Promise<void>

/** A frame to drop files or a folder into. */
function DropZone({ send }: { readonly send: Send }) {
  const { t } = useWords()
  const [isOver, setOver] = useState(false)
  return (
    // The buttons inside do the same by key.
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop has no key
    <div
      className="drop-zone"
      data-over={isOver || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        void listDropped(event.dataTransfer).then(send)
      }}
    >
      <p className="drop-title">{t('ui.intake.drop')}</p>
      <p className="small muted">{t('ui.intake.kinds')}</p>
      <FileButtons send={send} />
    </div>
  )
}

/** Two buttons that open the system's own dialogs. */
function FileButtons({ send }: { readonly send: Send }) {
  const { t } = useWords()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const choose = (input: HTMLInputElement | null) => {
    if (input?.files) void send(listChosen(input.files))
    if (input) input.value = ''
  }
  return (
    <p className="drop-buttons">
      <button type="button" className="button" onClick={() => folder.current?.click()}>
        {t('ui.intake.folder')}
      </button>
      <button type="button" className="button quiet" onClick={() => files.current?.click()}>
        {t('ui.intake.files')}
      </button>
      <input ref={files} type="file" multiple hidden onChange={() => choose(files.current)} />
      <input ref={folder} type="file" webkitdirectory="" hidden onChange={() => choose(folder.current)} />
    </p>
  )
}

function SendingLine({ sending, isSending }: { readonly sending: Sending; readonly isSending: boolean }) {
  const { t, number } = useWords()
  const { sent, total, others, refused } = sending
  return (
    <>
      <p className="small" role="status">
        {isSending
          ? t('ui.intake.sending', { n: number(sent), total: number(total) })
          : t('ui.intake.sent', { n: number(sent) })}
        {others > 0 && <span className="muted"> {t('ui.intake.others', { n: number(others) })}</span>}
      </p>
      {refused.map(({ path, refusal }) => (
        <p className="small bad" key={path}>
          <Isolate text={path} />{' '}
          {refusal.code === 'unreachable' ? t('ui.state.unreachable') : refusal.message}
        </p>
      ))}
    </>
  )
}

/** Two tones: what was read, and how much of it failed. */
function Progress({ state }: { readonly state: IntakeState }) {
  const { t, count, number } = useWords()
  const isReading = state.state === 'reading'
  const share = state.bytes === 0 ? 1 : Math.min(1, state.bytesRead / state.bytes)
  const failedShare = state.failed / Math.max(1, state.failed + state.articles)
  const left = isReading && share > 0.02 ? Math.ceil((state.seconds / share) * (1 - share)) : null
  return (
    <>
      <div
        className="read-bar"
        role="progressbar"
        aria-label={t('ui.intake.reading')}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ inlineSize: `${share * (1 - failedShare) * 100}%` }} />
        <i className="failed-part" style={{ inlineSize: `${share * failedShare * 100}%` }} />
      </div>
      <p className="facts">
        <span>{count('articles', state.articles)}</span>
        <span>{count('claims', state.claims)}</span>
        {state.failed > 0 && (
          <span className="bad">{t('ui.intake.failed', { n: number(state.failed) })}</span>
        )}
        {left !== null && <span className="muted">{tellLeft(left, { t, number })}</span>}
      </p>
      <p className="small muted">
        {isReading
          ? t('ui.intake.close')
          : t('ui.intake.kept', {
              added: number(state.added),
              replaced: number(state.replaced),
              same: number(state.same),
            })}
      </p>
    </>
  )
}

type Teller = Pick<ReturnType<typeof useWords>, 't' | 'number'>

function tellLeft(seconds: number, { t, number }: Teller): string {
  if (seconds < 90) return t('ui.intake.left.seconds', { n: number(seconds) })
  return t('ui.intake.left.minutes', { n: number(Math.round(seconds / 60)) })
}

interface StoppedProps {
  readonly stop: NonNullable<IntakeState['stop']>
  readonly resume: () => void
}

function Stopped({ stop, resume }: StoppedProps) {
  const { t } = useWords()
  return (
    <div className="failed" role="alert">
      <p className="failed-title">{stop.message}</p>
      <p>{stop.hint}</p>
      <button type="button" className="button" onClick={resume}>
        {t('ui.intake.resume')}
      </button>
    </div>
  )
}

function Failed({ state: { problems, failed } }: { readonly state: IntakeState }) {
  const { t, number } = useWords()
  return (
    <details className="read-failures">
      <summary>{t('ui.intake.show-failed', { n: number(failed) })}</summary>
      <ol className="list">
        {problems.map(problem => (
          <li className="problem-item" key={`${problem.code} ${problem.where}`}>
            <p className="bad">
              <Message problem={problem} />
            </p>
            <p>{problem.hint}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}
