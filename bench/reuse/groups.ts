/** The web articles on the Syrian war: which reports were copied most, as groups of articles that reuse ties together. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readArticle } from '../../src/article/article.ts'
import { builtinLexicon } from '../../src/lexicon/builtin.ts'
import type { Reading } from '../../src/model.ts'
import { relateCorpus } from '../../src/record/reuse/corpus.ts'

const GROUPS = 10

interface Line {
  readonly id: string
  readonly text: string
  readonly outlet: string
  readonly url: string | null
}

function readLines(path: string): Reading[] {
  const lexicon = builtinLexicon()
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n')
  return lines.flatMap(line => {
    const { id, text, outlet, url }: Line = JSON.parse(line)
    const article = readArticle(
      new TextEncoder().encode(text),
      { name: id, outlet, url: url ?? undefined },
      lexicon,
    )
    return article.ok ? [{ article: article.value, mentions: [], claims: [] }] : []
  })
}

/** Prints the ten largest groups: how many articles, of which outlets, and the name and headline of each article. */
export function measureGroups(shared: string): void {
  const path = join(shared, 'data/unifiedfc/articles.jsonl.gz')
  if (!existsSync(path)) {
    console.log('  ../shared/data/unifiedfc is absent, nothing measured')
    return
  }
  const readings = readLines(path)
  const articles = new Map(readings.map(({ article }) => [article.id, article]))
  const found = relateCorpus(readings)
  const tied = found.filter(({ kind }) => !['part', 'quotation', 'form'].includes(kind))
  const kinds = [...Map.groupBy(found, ({ kind }) => kind)].map(([kind, list]) => `${kind} ${list.length}`)
  console.log(`  ${articles.size} different articles, ${found.length} pairs: ${kinds.join(', ')}`)
  const groups = joinPairs(tied.map(reuse => reuse.articles)).sort((a, b) => b.length - a.length)
  for (const group of groups.slice(0, GROUPS)) {
    const outlets = new Set(group.map(id => articles.get(id)?.outlet))
    console.log(`  ${group.length} articles of ${outlets.size} outlets`)
    for (const id of group) {
      const article = articles.get(id)
      console.log(`    ${article?.name} ${article?.outlet} ${article?.published}`)
    }
  }
}

/** Ids that pairs tie together, themselves or through others. */
function joinPairs(pairs: readonly (readonly [string, string])[]): string[][] {
  const groupOf = new Map<string, string[]>()
  for (const [first, second] of pairs) {
    const [one, other] = [groupOf.get(first) ?? [first], groupOf.get(second) ?? [second]]
    const joined = one === other ? one : [...one, ...other]
    for (const id of joined) groupOf.set(id, joined)
  }
  return [...new Set(groupOf.values())]
}
