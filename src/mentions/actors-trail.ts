/** What follows a name and belongs to it: "التنظيم الإرهابي", "النظام السوري", "القوات الروسية والتركية". */
import { DEFINITE } from '../lexicon/clitics.ts'
import { findAdjective, type Spot } from './actors-force.ts'
import { isOtherPair } from './actors-latter.ts'
import { hasPreposition } from './names.ts'
import type { Scene } from './scene.ts'
import {
  findStart,
  findWord,
  findWordBefore,
  hasFront,
  isDefinite,
  isJoined,
  spanTo,
  wordsOf,
} from './words.ts'

const EPITHETS = wordsOf('particles', 'epithet force-adjective')
const VERBS = wordsOf('events', 'verb participle')
const SAYING = wordsOf('reporting-verbs')
/** Folded nisba endings: -i, -iyya. */
const NISBA = ['\u064a', '\u064a\u0647']
const OWN_ENDS = ['\u0647', '\u0647\u0627', '\u0647\u0645']
const PARTICLES = wordsOf('particles')
const ARTICLE = '\u0627\u0644'
/** Shorter words with article and -i are seldom adjectives. */
const LEAST_NISBA = 6

/**
 * The spot with the adjectives that follow it. A short name with the adjective of another country is that country's; one
 * with an adjective that belongs to no actor is another thing ("النظام الصحي") and undefined.
 */
export function extendSpot(scene: Scene, spot: Spot): Spot | undefined {
  if (spot.by === 'short name' && spot.force === undefined && isAttribute(scene, spot)) return undefined
  if (spot.by !== 'name' && spot.by !== 'short name') return spot
  if (!isJoined(scene, spot.to)) return spot
  if (isOtherPair(scene, spot)) return undefined
  const adjective = findAdjective(scene, spot.to)
  if (adjective !== undefined && !hasFront(adjective.clitics)) {
    return isDefinite(scene, adjective) ? takeAdjective(scene, spot, adjective) : spot
  }
  const epithet = findWord(scene, spot.to, EPITHETS)
  if (epithet !== undefined && isDefinite(scene, epithet) && !hasFront(epithet.clitics)) {
    return { ...spot, to: epithet.to, span: spanTo(scene, spot.span[0], epithet.to - 1) }
  }
  return spot.by === 'short name' && spot.force === undefined && isOtherThing(scene, spot.to)
    ? undefined
    : spot
}

/** "سياسته الخارجية", "الأوضاع الأمنية": a short name that is an adjective after a definite noun. */
function isAttribute(scene: Scene, { from, to }: Spot): boolean {
  const before = scene.text.tokens[from - 1]
  const form = scene.text.tokens[from]?.form ?? ''
  if (before === undefined || to - from > 1 || !isJoined(scene, from)) return false
  if (!NISBA.some(ending => form.endsWith(ending)) || !form.startsWith(ARTICLE)) return false
  const isDefiniteNoun =
    before.form.includes(ARTICLE) || OWN_ENDS.some(ending => before.form.endsWith(ending))
  return isDefiniteNoun && findWordBefore(scene, from, PARTICLES) === undefined
}

function takeAdjective(scene: Scene, spot: Spot, adjective: ReturnType<typeof findAdjective>): Spot {
  if (adjective === undefined) return spot
  const longer = { ...spot, to: adjective.to, span: spanTo(scene, spot.span[0], adjective.to - 1) }
  const isSame = spot.rows.some(row => isKin(row.cells.country ?? '', adjective.row.cells.country ?? ''))
  const isOpen = spot.by === 'short name' || isAnybodys(scene, spot)
  if (isSame && spot.by === 'name') return longer
  if (!isOpen) return spot
  const isArmy = spot.rows.some(({ cells }) => cells.kind === 'army' || cells.kind === 'police')
  const force = spot.force ?? (isArmy ? 'force' : undefined)
  const same = spot.rows.filter(row => isKin(row.cells.country ?? '', adjective.row.cells.country ?? ''))
  const rows = same.length > 0 && spot.by === 'short name' ? same : [adjective.row]
  return { ...longer, by: same.length > 0 ? spot.by : 'adjective', rows, ...(force ? { force } : {}) }
}

/** Police, and an enemy's name that does not say whose it is ("طيران الاحتلال"), are those of the country that follows. */
function isAnybodys(scene: Scene, { rows, to }: Spot): boolean {
  if (rows.every(({ cells }) => cells.kind === 'police')) return true
  return rows.every(({ cells }) => cells.side === 'hostile') && findAdjective(scene, to - 1) === undefined
}

function isKin(countries: string, others: string): boolean {
  return countries !== '' && countries.split('|').some(country => others.split('|').includes(country))
}

/** True where a definite adjective follows that is no verb and names no actor: "الصحي", "الغذائية". */
function isOtherThing(scene: Scene, token: number): boolean {
  const form = scene.text.tokens[token]?.form ?? ''
  const isNisba = form.startsWith(ARTICLE) && NISBA.some(ending => form.endsWith(ending))
  if (!isNisba || form.length < LEAST_NISBA) return false
  return findWord(scene, token, VERBS) === undefined && findWord(scene, token, SAYING) === undefined
}

/** The actors of further adjectives: "الغارات الروسية والسورية", "البعثات القطرية والأردنية والتركية"; none where one stands alone. */
export function readFurther(scene: Scene, spot: Spot): Spot[] {
  if (spot.to - spot.from < 2) return []
  const further: Spot[] = []
  let next = readNext(scene, spot)
  while (next !== undefined) {
    further.push(next)
    next = readNext(scene, next)
  }
  return further
}

function readNext(scene: Scene, { to: from, head, force = 'force' }: Spot): Spot | undefined {
  const last = findAdjective(scene, from - 1)
  if (last === undefined || !isJoined(scene, from)) return undefined
  const next = findAdjective(scene, from)
  if (next === undefined || hasPreposition(next.clitics)) return undefined
  if ((next.clitics & DEFINITE) !== (last.clitics & DEFINITE)) return undefined
  const { to, row } = next
  const span = spanTo(scene, findStart(scene, next), to - 1)
  const wording = { from, to, span, by: 'adjective' as const, rows: [row], isAlly: false, force }
  return head === undefined ? wording : { ...wording, head }
}
