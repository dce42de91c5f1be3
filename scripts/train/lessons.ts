/** The annotated articles, read up to their drafts, and the articles on other subjects, in which nothing is a claim. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { readArticle } from '../../src/article/article.ts'
import { FAMILY_OF, findDrafts } from '../../src/claims/claims.ts'
import type { Draft } from '../../src/claims/draft.ts'
import { findFeatures } from '../../src/claims/features.ts'
import { keepClaims } from '../../src/claims/keep.ts'
import type { Sheet } from '../../src/claims/sheet.ts'
import { builtinLexicon } from '../../src/lexicon/builtin.ts'
import type { Lexicon } from '../../src/lexicon/lexicon.ts'
import { findHits } from '../../src/lexicon/match.ts'
import { findMentions } from '../../src/mentions/mentions.ts'
import type { Article } from '../../src/model.ts'
import { readWords } from '../../src/read.ts'
import { type Annotated, type GoldClaim, readAnnotated, SHARED } from './annotated.ts'
import type { Example } from './regress.ts'

/** One annotated article: all that was read as a possible claim, what is kept of it, and which gold claim each is. */
export interface Lesson {
  readonly article: string
  readonly outlet: string
  readonly claims: readonly GoldClaim[]
  readonly sheet: Sheet
  readonly drafts: readonly Draft[]
  readonly kept: readonly Draft[]
  /** By number of the draft. */
  readonly pairOf: ReadonlyMap<number, GoldClaim>
  /** By number of the kept draft; statements left out. */
  readonly keptPairOf: ReadonlyMap<number, GoldClaim>
}

/** Every annotated article as a lesson, those of the gold first, with the hash of the annotations. */
export function readLessons(): { lessons: Lesson[]; hash: string } {
  const lexicon = builtinLexicon()
  const hash = createHash('sha256')
  const gold = ['seeds', 'dev'].flatMap(set =>
    readdirSync(`${SHARED}gold/${set}`)
      .sort()
      .flatMap(file => {
        const source = readFileSync(`${SHARED}gold/${set}/${file}`, 'utf8')
        hash.update(source)
        return readLesson(lexicon, readGold(`${SHARED}corpus/${set}/`, file.slice(0, -5), JSON.parse(source)))
      }),
  )
  const own = readAnnotated(line => hash.update(line)).flatMap(one => readLesson(lexicon, one))
  return { lessons: [...gold, ...own], hash: hash.digest('hex').slice(0, 16) }
}

function readGold(folder: string, name: string, { outlet, claims }: Omit<Annotated, 'name'>): Annotated {
  const metaPath = `${folder}${name}.meta.json`
  const hints = existsSync(metaPath) ? JSON.parse(readFileSync(metaPath, 'utf8')) : {}
  return { name, outlet, claims, bytes: readFileSync(`${folder}${name}.txt`), hints }
}

function readLesson(lexicon: Lexicon, { name, outlet, claims, bytes, hints }: Annotated): Lesson[] {
  const read = readArticle(bytes, { ...hints, name }, lexicon)
  if (!read.ok) return []
  const { sheet, drafts } = readDrafts(read.value, lexicon)
  const kept = keepClaims(sheet, drafts)
  const keptPairs = [...pairDrafts(kept, claims)].filter(([, { type }]) => type !== 'statement')
  const pairs = { pairOf: pairDrafts(drafts, claims), keptPairOf: new Map(keptPairs) }
  return [{ article: name, outlet, claims, sheet, drafts, kept, ...pairs }]
}

function readDrafts(article: Article, lexicon: Lexicon): { sheet: Sheet; drafts: Draft[] } {
  const text = readWords(article, lexicon)
  const hits = findHits(text, lexicon)
  const { published, outlet } = article
  const mentions = findMentions(text, hits, { lexicon, published, outlet })
  return findDrafts({ article, text, mentions, hits, lexicon })
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
const OTHER_WORTH = 0.25

/** Drafts in articles on sport, money, health and art: none of them is a claim of war. */
export function readOthers(count: number, skip: number): Example[] {
  const path = `${SHARED}data/bulk-news.jsonl.gz`
  if (!existsSync(path)) return []
  const lexicon = builtinLexicon()
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  return lines
    .filter(isOther)
    .slice(skip, skip + count)
    .flatMap(line => readOther(JSON.parse(line).text as string, lexicon))
}

function readOther(text: string, lexicon: Lexicon): Example[] {
  const read = readArticle(Buffer.from(text), { name: 'other', published: '2015-07-21' }, lexicon)
  if (!read.ok) return []
  const { sheet, drafts } = readDrafts(read.value, lexicon)
  return drafts.flatMap((draft, d): Example[] =>
    draft.type === 'statement'
      ? []
      : [{ features: findFeatures(sheet, drafts, d), label: 0, worth: OTHER_WORTH }],
  )
}

function isOther(line: string): boolean {
  const count = (words: readonly string[]) => words.filter(word => line.includes(word)).length
  return TOPICS.some(words => count(words) >= 4) && count(WAR) === 0
}
