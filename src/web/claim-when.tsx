/** When a claim is said to have been, and how that is known. */
import type { ApiClaim } from '../server/api.ts'
import { tellDate } from './dates.ts'
import { Isolate, Mono, Wording } from './names.tsx'
import { useWords } from './words.ts'

interface WhenProps {
  readonly claim: Pick<ApiClaim, 'time' | 'timeFrom' | 'timeSpan'>
  readonly published: string | null
  /** The article's text. */
  readonly text: string
}

/** The day in words and as EDTF, the article's own words for it, and the rule; or that there is none. */
export function ClaimWhen({ claim, published, text }: WhenProps) {
  const words = useWords()
  const { time, timeSpan } = claim
  if (time === null) return <Undated published={published} />
  return (
    <>
      {tellDate(words, time)} <Mono>{time}</Mono>
      {timeSpan !== null && (
        <>
          {' '}
          <Wording text={text.slice(...timeSpan)} />
        </>
      )}
      {claim.timeFrom !== null && <How timeFrom={claim.timeFrom} />}
    </>
  )
}

function Undated({ published }: { readonly published: string | null }) {
  const words = useWords()
  return (
    <>
      {words.t('ui.dated.published')}
      <span className="how">{words.t('ui.when.unknown')}</span>
      {published !== null && (
        <span className="how">{words.t('ui.when.set', { date: tellDate(words, published) })}</span>
      )}
    </>
  )
}

/** What the reader says of a date: the words that it read, the rule, and the day that it counted from. */
export interface Reckoning {
  readonly rule: string
  readonly from: string
}

const RECKONED = /^[^:]*: ([^:]+), from (\d{4}(?:-\d{2}){0,2})$/

/** Takes a reckoning apart: `X: <weekday>, from 2017-11-20` → rule `<weekday>`, from `2017-11-20`. */
export function readReckoning(timeFrom: string): Reckoning | undefined {
  const [, rule, from] = RECKONED.exec(timeFrom) ?? []
  return rule === undefined || from === undefined ? undefined : { rule, from }
}

function How({ timeFrom }: { readonly timeFrom: string }) {
  const words = useWords()
  const reckoning = readReckoning(timeFrom)
  if (reckoning === undefined) {
    return (
      <span className="how">
        <Isolate text={timeFrom} />
      </span>
    )
  }
  return (
    <span className="how">
      {words.t('ui.when.from', { date: tellDate(words, reckoning.from) })} <Mono>{reckoning.rule}</Mono>
    </span>
  )
}
