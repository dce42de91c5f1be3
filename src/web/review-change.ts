/** The form of a correction, as text, and what of it differs from the claim as it was read. */
import type { ClaimType, Modality, Stance } from '../model.ts'
import type { QueuedClaim, ReviewWish } from '../server/reviewApi.ts'

type Change = NonNullable<ReviewWish['change']>

/** The value of a field that stays as it was read. */
export const AS_READ = '='
/** Stands between the sources of a chain where it is written in one line. */
export const BETWEEN = ' | '

const NAMED = ['agent', 'target', 'places'] as const

/** The chain of a claim in one line, the one who says it first. */
export function tellSources(claim: Pick<QueuedClaim, 'sources'>): string {
  return claim.sources.map(({ text }) => text).join(BETWEEN)
}

/** The fields of a form that are not as the claim was read; `null` where none is. */
export function readChange(form: FormData, claim: QueuedClaim): Change | null {
  const text = (name: string) => String(form.get(name) ?? AS_READ).trim()
  const [type, modality, stance] = [text('type'), text('modality'), text('stance')]
  const time = text('time') === '' ? null : text('time')
  const sources = splitSources(text('sources'))
  const names = NAMED.flatMap(field =>
    text(field) === AS_READ ? [] : [[field, text(field).split(BETWEEN).filter(Boolean)] as const],
  )
  const change: Change = {
    ...(type === claim.type ? {} : { type: type as ClaimType }),
    ...(modality === claim.modality ? {} : { modality: modality as Modality }),
    ...(stance === claim.stance ? {} : { stance: stance as Stance }),
    ...(time === claim.time ? {} : { time }),
    ...(sources.join(BETWEEN) === splitSources(tellSources(claim)).join(BETWEEN) ? {} : { sources }),
    ...Object.fromEntries(names),
  }
  return Object.keys(change).length === 0 ? null : change
}

function splitSources(line: string): string[] {
  return line
    .split('|')
    .map(source => source.replace(/\s+/g, ' ').trim())
    .filter(source => source !== '')
}
