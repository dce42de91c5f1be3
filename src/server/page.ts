/** The page of the API, `docs/api.md`, from its OpenAPI document. */

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly additionalProperties?: Schema
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly schema?: Schema
  readonly description?: string
}

interface Route {
  readonly summary?: string
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> }
  readonly parameters?: readonly Parameter[]
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >
}

/** What of an OpenAPI document the page tells. */
export interface ApiDocument {
  readonly info: { readonly description?: string }
  readonly paths: Readonly<Record<string, { readonly get?: Route; readonly post?: Route }>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** The page: every route with what it takes and answers, then every shape. */
export function makeApiPage(document: ApiDocument): string {
  const routes = Object.entries(document.paths).flatMap(([path, { get, post }]) => [
    ...(get ? [tellRoute(`GET ${path}`, get)] : []),
    ...(post ? [tellRoute(`POST ${path}`, post)] : []),
  ])
  const shapes = Object.entries(document.components.schemas).map(([name, schema]) => tellShape(name, schema))
  return `${[HEAD, document.info.description ?? '', '## Routes', ...routes, '## Shapes', ...shapes].join('\n\n')}\n`
}

const HEAD = `# The API

\`hasab serve\` answers these, on this machine only unless \`--host\` says otherwise. The same as OpenAPI is at \`/api/openapi.json\`, from which this page is made; a
test compares them.

Every list is \`{ items, next, total, names }\`: hand \`next\` back as \`page\` for what follows, \`null\` is the end. \`names\` has the Arabic and English name of every id.
Every refusal is \`{ "error": { "code", "message", "hint" } }\`, in the language of \`?lang\` or \`Accept-Language\`; the codes are on the [page of problems](problems.md).
Spans are \`[start, end)\` in UTF-16 code units of the article's text; dates are EDTF.`

function tellRoute(name: string, route: Route): string {
  const answer = route.responses['200'] ?? route.responses['201']
  const schema = Object.values(answer?.content ?? {})[0]?.schema
  const body = Object.values(route.requestBody?.content ?? {})[0]?.schema
  const takes = body === undefined ? '' : ` Takes ${tellType(body)}.`
  const rows = (route.parameters ?? []).map(({ name, schema, description }) => {
    const about = description ?? schema?.description ?? ''
    return `| \`${name}\` | ${tellType(schema)} | ${about} |`
  })
  const table = rows.length === 0 ? [] : [['| takes | type | |', '| --- | --- | --- |', ...rows].join('\n')]
  return [`### ${name}`, `${route.summary ?? ''}.${takes} Answers ${tellType(schema)}.`, ...table].join(
    '\n\n',
  )
}

function tellShape(name: string, schema: Schema): string {
  const rows = findFields(schema).map(
    ([field, value]) => `| \`${field}\` | ${tellType(value)} | ${value.description ?? ''} |`,
  )
  const about = schema.description === undefined ? [] : [schema.description]
  return [`### ${name}`, ...about, ['| field | type | |', '| --- | --- | --- |', ...rows].join('\n')].join(
    '\n\n',
  )
}

function findFields(schema: Schema): [string, Schema][] {
  return [...(schema.allOf ?? []).flatMap(findFields), ...Object.entries(schema.properties ?? {})]
}

function tellType(schema: Schema | undefined): string {
  if (schema === undefined) return ''
  if (schema.$ref !== undefined) return tellLink(schema.$ref)
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? [])]
  if (parts.length > 0) return parts.map(tellType).join(' or ')
  if (schema.enum !== undefined) return schema.enum.map(value => `\`${value}\``).join(' ')
  if (schema.items !== undefined) return `list of ${tellType(schema.items)}`
  if (schema.additionalProperties !== undefined) return `by id: ${tellType(schema.additionalProperties)}`
  return [schema.type ?? 'object'].flat().join(' or ')
}

function tellLink(reference: string): string {
  const name = reference.split('/').at(-1) ?? ''
  return `[${name}](#${name.toLowerCase()})`
}
