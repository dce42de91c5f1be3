/** The chains of an event as a diagram: the roots at one edge, the outlets that carry them at the other, lines for who has it from whom. */
import type { CSSProperties } from 'react'
import type { Names } from '../server/api.ts'
import type { EventReading } from '../server/recordApi.ts'
import { TellerName } from './names.tsx'
import { useWords } from './words.ts'

type Teller = EventReading['chains']['tellers'][number]

const ROW = 40
const MOST_ROWS = 14

interface Placed {
  readonly teller: Teller
  readonly column: number
  readonly row: number
}

/** Columns by depth; within one those that carry most claims first. */
function placeTellers(tellers: readonly Teller[]): Placed[] {
  const depths = [...new Set(tellers.map(({ depth }) => depth))].sort((a, b) => b - a)
  return depths.flatMap((depth, column) =>
    tellers
      .filter(teller => teller.depth === depth)
      .sort((a, b) => b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1))
      .slice(0, MOST_ROWS)
      .map((teller, row) => ({ teller, column, row })),
  )
}

/** Where a teller stands, for the style sheet: a narrow screen draws a list instead. */
function stand(column: number, row: number, width: number): CSSProperties {
  return {
    '--inline': `${column * 100}%`,
    '--block': `${row * ROW}px`,
    '--width': `${width * 100}%`,
  } as CSSProperties
}

interface StemmaProps {
  readonly chains: EventReading['chains']
  readonly names: Names
  /** The key of the root that is supposed to be false. */
  readonly fallen: string | null
  readonly suppose: (root: string | null) => void
}

/** The diagram. On a narrow screen it is a list of the same tellers, the roots first. */
export function Stemma({ chains, names, fallen, suppose }: StemmaProps) {
  const { t, number } = useWords()
  const placed = placeTellers(chains.tellers)
  const columns = Math.max(1, ...placed.map(({ column }) => column + 1))
  const rows = Math.max(1, ...placed.map(({ row }) => row + 1))
  const left = chains.tellers.length - placed.length
  return (
    <>
      <div className="stemma" style={{ '--block': `${rows * ROW}px` } as CSSProperties}>
        <Lines chains={chains} placed={placed} columns={columns} height={rows * ROW} />
        <ul>
          {placed.map(({ teller, column, row }) => (
            <li key={teller.key} style={stand(column / columns, row, 0.7 / columns)}>
              <TellerMark teller={teller} names={names} fallen={fallen} suppose={suppose} />
            </li>
          ))}
        </ul>
      </div>
      {left > 0 && <p className="muted">{t('ui.stemma.left', { n: number(left) })}</p>}
    </>
  )
}

function TellerMark({
  teller,
  names,
  fallen,
  suppose,
}: Omit<StemmaProps, 'chains'> & { readonly teller: Teller }) {
  const { t, number } = useWords()
  const isFallen = fallen === teller.key
  const name = <TellerName teller={teller} names={names} />
  const kind = t(teller.kind === 'own' ? 'ui.chain.own' : `ui.source.${teller.kind}`)
  if (!teller.isRoot)
    return (
      <span className="teller">
        {name} <small>{kind}</small>
      </span>
    )
  return (
    <button
      type="button"
      className="teller root"
      aria-pressed={isFallen}
      title={t('ui.stemma.suppose')}
      onClick={() => suppose(isFallen ? null : teller.key)}
    >
      {name}{' '}
      <small>
        {kind} · {number(teller.claims.length)}
      </small>
    </button>
  )
}

interface LinesProps {
  readonly chains: EventReading['chains']
  readonly placed: readonly Placed[]
  readonly columns: number
  readonly height: number
}

/** Drawn from left to right and mirrored with the page. */
function Lines({ chains, placed, columns, height }: LinesProps) {
  const at = new Map(placed.map(one => [one.teller.key, one]))
  return (
    <svg
      className="stemma-lines"
      viewBox={`0 0 1000 ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {chains.links.flatMap(({ from, to, claims }) => {
        const [a, b] = [at.get(from), at.get(to)]
        if (a === undefined || b === undefined) return []
        const [first, second] = a.column < b.column ? [a, b] : [b, a]
        const start = ((first.column + 0.7) * 1000) / columns
        const end = (second.column * 1000) / columns
        const [y, z] = [first.row * ROW + ROW / 2, second.row * ROW + ROW / 2]
        const middle = (start + end) / 2
        return [
          <path
            key={`${from} ${to}`}
            d={`M${start} ${y}C${middle} ${y} ${middle} ${z} ${end} ${z}`}
            strokeWidth={Math.min(4, 1 + Math.log2(claims.length))}
          />,
        ]
      })}
    </svg>
  )
}
