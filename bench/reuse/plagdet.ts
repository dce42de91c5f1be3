/**
 * The measures of PAN for text reuse (Potthast, Stein, Barrón-Cedeño, Rosso 2010, "An Evaluation Framework for Plagiarism
 * Detection", section 3), on code units. A case or a detection is a passage in a suspicious document with its source passage.
 */

/** `[start, end)` in two documents. */
export interface Detected {
  readonly copy: string
  readonly source: string
  readonly spans: readonly [copy: readonly [number, number], source: readonly [number, number]]
}

export interface Scores {
  readonly precision: number
  readonly recall: number
  readonly granularity: number
  readonly plagdet: number
}

/**
 * Macro: each case and each detection weighs the same. A detection detects a case if both passages overlap in both
 * documents. Recall of a case: the part of its code units (both passages together) that detections of it cover.
 */
export function scoreMacro(cases: readonly Detected[], detections: readonly Detected[]): Scores {
  const precision = mean(detections.map(one => findCover(one, cases) / sizeOf(one)))
  const recall = mean(cases.map(one => findCover(one, detections) / sizeOf(one)))
  return scoreAll(precision, recall, findGranularity(cases, detections))
}

/** Micro: each code unit weighs the same. Units that several cases (or detections) hold count once. */
export function scoreMicro(cases: readonly Detected[], detections: readonly Detected[]): Scores {
  const both = sumUnion(cases.flatMap(one => detections.flatMap(other => meet(one, other))))
  const precision = detections.length === 0 ? 0 : both / sumUnion(detections)
  const recall = cases.length === 0 ? 0 : both / sumUnion(cases)
  return scoreAll(precision, recall, findGranularity(cases, detections))
}

/** How many detections a detected case falls into, on the average; 1 where nothing is detected. */
export function findGranularity(cases: readonly Detected[], detections: readonly Detected[]): number {
  const pieces = cases
    .map(one => detections.filter(other => meet(one, other).length > 0).length)
    .filter(count => count > 0)
  return pieces.length === 0 ? 1 : mean(pieces)
}

/** True where a detection finds a case, or a case is found by it: they overlap in both documents. */
export function isDetected(one: Detected, other: Detected): boolean {
  return meet(one, other).length > 0
}

/** The part of a detection that is of any case, or of a case that is detected, in code units of both passages. */
function findCover(one: Detected, others: readonly Detected[]): number {
  return sumUnion(others.flatMap(other => meet(one, other)))
}

function scoreAll(precision: number, recall: number, granularity: number): Scores {
  const sum = precision + recall
  const f1 = sum === 0 ? 0 : (2 * precision * recall) / sum
  return { precision, recall, granularity, plagdet: f1 / Math.log2(1 + granularity) }
}

/** What two have in common: nothing unless they overlap in both documents. */
function meet(one: Detected, other: Detected): Detected[] {
  if (one.copy !== other.copy || one.source !== other.source) return []
  const copy = meetSpans(one.spans[0], other.spans[0])
  const source = meetSpans(one.spans[1], other.spans[1])
  if (copy[0] >= copy[1] || source[0] >= source[1]) return []
  return [{ ...one, spans: [copy, source] }]
}

function meetSpans(one: readonly [number, number], other: readonly [number, number]): [number, number] {
  return [Math.max(one[0], other[0]), Math.min(one[1], other[1])]
}

function sizeOf({ spans }: Detected): number {
  return spans[0][1] - spans[0][0] + spans[1][1] - spans[1][0]
}

/** Code units that any of them holds, in all documents together. */
function sumUnion(all: readonly Detected[]): number {
  const copies = Map.groupBy(all, ({ copy }) => copy).values()
  const sources = Map.groupBy(all, ({ source }) => source).values()
  const spans = [
    ...Array.from(copies, group => group.map(one => one.spans[0])),
    ...Array.from(sources, group => group.map(one => one.spans[1])),
  ]
  return spans.reduce((sum, list) => sum + unionLength(list), 0)
}

function unionLength(spans: readonly (readonly [number, number])[]): number {
  let length = 0
  let reached = 0
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    length += Math.max(0, end - Math.max(start, reached))
    reached = Math.max(reached, end)
  }
  return length
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
