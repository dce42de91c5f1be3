/** Small drawn signs. Each stands beside a word that says the same. */
import type { Family, Stance } from '../model.ts'
import { type Holder, holderOf } from './holders.ts'

const SHAPES: Readonly<Record<Holder, React.ReactElement>> = {
  gov: <rect x="-6" y="-6" width="12" height="12" />,
  isis: (
    <path
      fillRule="evenodd"
      d="M0-6.8A6.8 6.8 0 1 1 0 6.8 6.8 6.8 0 1 1 0-6.8M0-2.2A2.2 2.2 0 1 0 0 2.2 2.2 2.2 0 1 0 0-2.2"
    />
  ),
  sdf: <path d="M0-7.4 7.2 5.6H-7.2Z" />,
  irq: <path d="M0-7.2 6.9-2.2 4.3 5.9H-4.3L-6.9-2.2Z" />,
  opp: <path d="M0 7.4 7.2-5.6H-7.2Z" />,
  other: <path d="M-6-1.5H-1.5V-6H1.5V-1.5H6V1.5H1.5V6H-1.5V1.5H-6Z" />,
}

/** The shape of an actor: square, ring, triangle, pentagon, or a cross for any other. */
export function HolderMark({ actor }: { readonly actor: string | null }) {
  const holder = actor === null ? 'other' : holderOf(actor)
  return (
    <svg className={`holder holder-${holder}`} viewBox="-8 -8 16 16" aria-hidden="true">
      {SHAPES[holder]}
    </svg>
  )
}

/** A sample of the underline of a family. */
export function FamilyMark({ family }: { readonly family: Family }) {
  return <i className={`family-mark u-${family}`} aria-hidden="true" />
}

const STROKES: Readonly<Record<Stance, React.ReactElement>> = {
  none: <circle className="filled" cx="11" cy="4.5" r="2.6" />,
  neutral: <path d="M1 4.5H21" />,
  endorsed: <path d="M1 2.6H21M1 6.4H21" />,
  doubted: <path d="M1 5q2.5-5 5 0t5 0 5 0 5 0" />,
}

/** How a teller passes a claim on: a dot in the own voice, a line, a double line for endorsed, a wave for doubted. */
export function StanceGlyph({ stance }: { readonly stance: Stance }) {
  return (
    <svg className="stance" viewBox="0 0 22 9" aria-hidden="true">
      {STROKES[stance]}
    </svg>
  )
}

/** A tick for a day that the text gives, a hollow ring for a claim set at its article's day. */
export function DatedMark({ dated }: { readonly dated: 'text' | 'published' | 'none' }) {
  return <i className={`dated dated-${dated}`} aria-hidden="true" />
}
