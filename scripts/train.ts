/**
 * `npm run train`: learns from annotated articles which drafts are claims, and writes the weights as a table.
 *
 * Logistic regression with L2, by gradient descent over present features; cross-validated by article (and by outlet), so
 * that no figure is of an article it has seen. Figures and the hash of the corpus go into the table's notes.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readArticle } from '../src/article/article.ts'
import { FAMILY_OF, findDrafts } from '../src/claims/claims.ts'
import type { Draft } from '../src/claims/draft.ts'
import { findFeatures } from '../src/claims/features.ts'
import { isHeadline } from '../src/claims/keep.ts'
import type { Sheet } from '../src/claims/sheet.ts'
import type { Choice } from '../src/claims/weigh.ts'
import { findCarried } from '../src/claims/when.ts'
import { builtinLexicon } from '../src/lexicon/builtin.ts'
import { findHits } from '../src/lexicon/match.ts'
import { findMentions } from '../src/mentions/mentions.ts'
import type { Span } from '../src/model.ts'
import { findStretch } from '../src/read.ts'
import { readText } from '../src/text/text.ts'

interface Example {
  readonly features: readonly string[]
  readonly label: 0 | 1
  /** How much it counts in training; examples from articles on other subjects count less. */
  readonly worth?: number
}
interface Fold {
  readonly article: string
  readonly outlet: string
  readonly paired: Paired
  readonly gold: number
}
interface Part {
  readonly article: string
  readonly outlet: string
  readonly examples: readonly Example[]
}
interface GoldClaim {
  type: string
  span: Span
  optional?: boolean
  time: string | null
}
interface Paired {
  readonly sheet: Sheet
  readonly drafts: readonly Draft[]
  readonly pairOf: ReadonlyMap<number, GoldClaim>
}

const CHOICES: Readonly<Record<Choice, (paired: Paired) => Example[]>> = { keep: readKeep, date: readDate }

const SHARED = new URL('../../shared/', import.meta.url).pathname
const L2 = 2
const ROUNDS = 250
const FOLDS = 10
/** Of thresholds as good as the best to within this much, the highest is taken: it keeps least on other subjects. */
const AS_GOOD = 0.003
const MOST_FEATURES_OF_ONE = 2

function readFolds(): { folds: Fold[]; hash: string } {
  const lexicon = builtinLexicon()
  const folds: Fold[] = []
  const hash = createHash('sha256')
  for (const set of ['seeds', 'dev']) {
    for (const file of readdirSync(`${SHARED}gold/${set}`).sort()) {
      const name = file.slice(0, -5)
      const source = readFileSync(`${SHARED}gold/${set}/${file}`, 'utf8')
      hash.update(source)
      const gold = JSON.parse(source) as { outlet: string; claims: GoldClaim[] }
      const metaPath = `${SHARED}corpus/${set}/${name}.meta.json`
      const meta = existsSync(metaPath) ? JSON.parse(readFileSync(metaPath, 'utf8')) : {}
      const read = readArticle(readFileSync(`${SHARED}corpus/${set}/${name}.txt`), { name, ...meta }, lexicon)
      if (!read.ok) continue
      const article = read.value
      const text = readText(article.text, findStretch(article))
      const hits = findHits(text, lexicon)
      const mentions = findMentions(text, hits, {
        lexicon,
        published: article.published,
        outlet: article.outlet,
      })
      const { sheet, drafts } = findDrafts({ article, text, mentions, hits, lexicon })
      folds.push({
        article: name,
        outlet: gold.outlet,
        paired: { sheet, drafts, pairOf: pairDrafts(drafts, gold.claims) },
        gold: gold.claims.filter(claim => !claim.optional).length,
      })
    }
  }
  return { folds, hash: hash.digest('hex').slice(0, 16) }
}

/** Pairs drafts with gold claims as the score does. */
function pairDrafts(drafts: readonly Draft[], gold: readonly GoldClaim[]): Map<number, GoldClaim> {
  const options: [number, number, number][] = []
  gold.forEach((claim, g) => {
    drafts.forEach((draft, d) => {
      const overlap = Math.min(claim.span[1], draft.evidence[1]) - Math.max(claim.span[0], draft.evidence[0])
      const least = Math.min(claim.span[1] - claim.span[0], draft.evidence[1] - draft.evidence[0])
      if (FAMILY_OF.get(claim.type) !== FAMILY_OF.get(draft.type) || overlap * 2 < least) return
      const union = claim.span[1] - claim.span[0] + draft.evidence[1] - draft.evidence[0] - overlap
      options.push([
        (claim.type === draft.type ? 1 : 0) + overlap / union + (claim.optional ? 0 : 0.001),
        g,
        d,
      ])
    })
  })
  options.sort((a, b) => b[0] - a[0])
  const taken = new Set<number>()
  const pairOf = new Map<number, GoldClaim>()
  for (const [, g, d] of options) {
    if (taken.has(g) || pairOf.has(d)) continue
    taken.add(g)
    pairOf.set(d, gold[g] as GoldClaim)
  }
  return pairOf
}

/** Is the draft a claim? Those paired with an optional claim teach nothing. */
function readKeep({ sheet, drafts, pairOf }: Paired): Example[] {
  return drafts.flatMap((draft, d) => {
    const claim = pairOf.get(d)
    if (claim?.optional || isHeadline(sheet, draft) || draft.type === 'statement') return []
    return [{ features: findFeatures(sheet, drafts, d), label: claim === undefined ? 0 : 1 }]
  })
}

/** Does the day of a sentence before hold for a draft that names none? Asked of true claims only. */
function readDate({ sheet, drafts, pairOf }: Paired): Example[] {
  return drafts.flatMap((draft, d) => {
    const claim = pairOf.get(d)
    const isOwn =
      draft.date !== null && !draft.because.some(reason => reason.startsWith('<date> of a sentence before'))
    if (
      claim === undefined ||
      claim.optional ||
      isOwn ||
      draft.modality === 'planned' ||
      draft.modality === 'possible'
    )
      return []
    const carried = findCarried(sheet, drafts, d)
    if (carried === undefined) return []
    return [{ features: carried.features, label: claim.time === carried.date.edtf ? 1 : 0 }]
  })
}

type Weights = Map<string, number>

function train(examples: readonly Example[]): Weights {
  const seen = new Map<string, number>()
  for (const { features } of examples)
    for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  const weights: Weights = new Map([['bias', 0]])
  for (const [feature, count] of seen) if (count > MOST_FEATURES_OF_ONE) weights.set(feature, 0)
  const squares = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Map<string, number>()
    for (const { features, label, worth = 1 } of examples) {
      const error = (probability(weights, features) - label) * worth
      for (const feature of ['bias', ...features])
        if (weights.has(feature)) slope.set(feature, (slope.get(feature) ?? 0) + error)
    }
    for (const [feature, weight] of weights) {
      const g = (slope.get(feature) ?? 0) + (feature === 'bias' ? 0 : L2 * weight)
      const square = (squares.get(feature) ?? 0) + g * g
      squares.set(feature, square)
      weights.set(feature, weight - (0.3 * g) / (Math.sqrt(square) + 1e-6))
    }
  }
  return weights
}

function probability(weights: Weights, features: readonly string[]): number {
  const sum = features.reduce(
    (total, feature) => total + (weights.get(feature) ?? 0),
    weights.get('bias') ?? 0,
  )
  return 1 / (1 + Math.exp(-sum))
}

interface Scored {
  readonly p: number
  readonly label: 0 | 1
}

function crossValidate(
  folds: readonly Part[],
  groupOf: (fold: Part) => string,
  others: readonly Example[],
): Scored[] {
  const groups = [...new Set(folds.map(groupOf))].sort((a, b) => hashOf(a) - hashOf(b))
  const partOf = new Map(groups.map((group, i) => [group, i % FOLDS]))
  const scored: Scored[] = []
  for (let part = 0; part < FOLDS; part++) {
    const isOut = (fold: Part) => partOf.get(groupOf(fold)) === part
    const weights = train([...others, ...folds.filter(fold => !isOut(fold)).flatMap(fold => fold.examples)])
    for (const fold of folds.filter(isOut))
      for (const { features, label } of fold.examples)
        scored.push({ p: probability(weights, features), label })
  }
  return scored
}

function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0)
}

function scoreAt(
  scored: readonly Scored[],
  threshold: number,
  gold: number,
): { p: number; r: number; f: number } {
  const kept = scored.filter(one => one.p >= threshold)
  const hits = kept.filter(one => one.label === 1).length
  const p = kept.length ? hits / kept.length : 0
  const r = hits / gold
  return { p, r, f: p + r ? (2 * p * r) / (p + r) : 0 }
}

/** Share of right decisions: what counts where a yes and a no are of one worth. */
function accuracyAt(scored: readonly Scored[], threshold: number): number {
  return scored.filter(one => one.p >= threshold === (one.label === 1)).length / Math.max(1, scored.length)
}

const pct = (x: number) => (100 * x).toFixed(1)

const TOPICS = [
  ['مباراة', 'الدوري', 'المنتخب', 'اللاعب', 'اللاعبين', 'هدف', 'الفريق', 'كأس'],
  ['الأسهم', 'البورصة', 'أرباح', 'السوق', 'الأسعار', 'ريال', 'دولار', 'المصرف', 'البنك'],
  ['المرض', 'المرضى', 'العلاج', 'الأطباء', 'الصحة', 'فيروس', 'دراسة', 'مستشفى'],
  ['فيلم', 'الفنان', 'مهرجان', 'المسرح', 'مسلسل', 'رواية', 'معرض', 'الفنانة'],
]
const WAR = [
  'قصف',
  'مسلح',
  'داعش',
  'الجيش',
  'قوات',
  'قتلى',
  'الحوثي',
  'غارات',
  'مقتل',
  'اشتباك',
  'ميليشيا',
  'إرهاب',
]
const OTHERS = 500
const OTHER_WORTH = 0.25

/** Drafts in articles on sport, money, health and art: none of them is a claim of war. */
export function readOthers(count: number, skip: number): Example[] {
  const path = `${SHARED}data/bulk-news.jsonl.gz`
  if (!existsSync(path)) return []
  const lexicon = builtinLexicon()
  const examples: Example[] = []
  let seen = 0
  for (const line of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (seen >= skip + count) break
    if (!isOther(line) || seen++ < skip) continue
    const read = readArticle(
      Buffer.from(JSON.parse(line).text as string),
      { name: 'other', published: '2015-07-21' },
      lexicon,
    )
    if (!read.ok) continue
    const text = readText(read.value.text, findStretch(read.value))
    const hits = findHits(text, lexicon)
    const mentions = findMentions(text, hits, { lexicon, published: read.value.published, outlet: null })
    const { sheet, drafts } = findDrafts({ article: read.value, text, mentions, hits, lexicon })
    drafts.forEach((draft, d) => {
      if (draft.type !== 'statement')
        examples.push({ features: findFeatures(sheet, drafts, d), label: 0, worth: OTHER_WORTH })
    })
  }
  return examples
}

function isOther(line: string): boolean {
  const count = (words: readonly string[]) => words.filter(word => line.includes(word)).length
  return TOPICS.some(words => count(words) >= 4) && count(WAR) === 0
}

/** Trains one choice: its rows for the table, after printing what it gains on articles and outlets left out. */
function trainChoice(choice: Choice, folds: readonly Fold[], hash: string): string[] {
  const parts: Part[] = folds.map(({ article, outlet, paired }) => ({
    article,
    outlet,
    examples: CHOICES[choice](paired),
  }))
  const positive = parts.reduce((sum, part) => sum + part.examples.filter(one => one.label === 1).length, 0)
  const gold = choice === 'keep' ? folds.reduce((sum, fold) => sum + fold.gold, 0) : positive
  const others = choice === 'keep' ? readOthers(OTHERS, 0) : []
  const byArticle = crossValidate(parts, part => part.article, others)
  const byOutlet = crossValidate(parts, part => part.outlet, others)
  let best = 0.5
  const goal =
    choice === 'keep' ? (t: number) => scoreAt(byArticle, t, gold).f : (t: number) => accuracyAt(byArticle, t)
  for (let t = 0.2; t < 0.75; t += 0.01) if (goal(t) > goal(best)) best = t
  const least = goal(best) - AS_GOOD
  while (best < 0.75 && goal(best + 0.01) >= least) best += 0.01
  const show = (name: string, s: { p: number; r: number; f: number }) =>
    console.log(`${choice.padEnd(6)}${name.padEnd(34)} P ${pct(s.p)} R ${pct(s.r)} F1 ${pct(s.f)}`)
  show('all, nothing weighed', scoreAt(byArticle, 0, gold))
  show(`left out by article, at ${best.toFixed(2)}`, scoreAt(byArticle, best, gold))
  show(`left out by outlet, at ${best.toFixed(2)}`, scoreAt(byOutlet, best, gold))
  console.log(
    `${choice.padEnd(6)}right decisions: ${pct(accuracyAt(byArticle, best))} by article, ${pct(accuracyAt(byOutlet, best))} by outlet; always no ${pct(accuracyAt(byArticle, 2))}\n`,
  )
  printCalibration(byArticle)
  const weights = train([...others, ...parts.flatMap(part => part.examples)])
  const unseen = choice === 'keep' ? readOthers(1000, OTHERS) : []
  const kept = unseen.filter(one => probability(weights, one.features) >= best).length
  if (unseen.length > 0)
    console.log(`${choice.padEnd(6)}1000 articles on other subjects: ${unseen.length} drafts, ${kept} kept\n`)
  const rows = [...weights]
    .filter(([name, w]) => name !== 'bias' && Math.abs(w) >= 0.02)
    .sort((a, b) => a[0].localeCompare(b[0], 'en'))
  const figures = `corpus ${hash}, ${folds.length} articles; left out by article F1 ${pct(scoreAt(byArticle, best, gold).f)}, by outlet ${pct(scoreAt(byOutlet, best, gold).f)}, unweighed ${pct(scoreAt(byArticle, 0, gold).f)}`
  return [
    `${choice}: threshold\t${best.toFixed(2)}\t${figures}`,
    `${choice}: bias\t${(weights.get('bias') ?? 0).toFixed(3)}\t`,
    ...rows.map(([name, w]) => `${choice}: ${name}\t${w.toFixed(3)}\t`),
  ]
}

function printCalibration(scored: readonly Scored[]): void {
  for (let t = 0; t < 0.95; t += 0.1) {
    const bin = scored.filter(one => one.p >= t && one.p < t + 0.1)
    const right = bin.filter(one => one.label === 1).length
    console.log(
      `  at ${t.toFixed(1)}-${(t + 0.1).toFixed(1)}  ${String(bin.length).padStart(5)}  ${bin.length ? pct(right / bin.length) : '-'} % right`,
    )
  }
}

function main(): void {
  if (!existsSync(`${SHARED}gold`)) {
    console.error('train: no annotated articles: ../shared/gold is absent, nothing was trained')
    process.exit(1)
  }
  const { folds, hash } = readFolds()
  const rows = (Object.keys(CHOICES) as Choice[]).flatMap(choice => trainChoice(choice, folds, hash))
  writeFileSync(
    new URL('../lexicon/weights.tsv', import.meta.url),
    `feature\tweight\tnote\n${rows.join('\n')}\n`,
  )
  console.log(`lexicon/weights.tsv: ${rows.length} rows`)
}

main()
