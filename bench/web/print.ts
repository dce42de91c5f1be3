/** How the bench of the desk tells what it measured. */

/** A line: what, and its figure. */
export function print(what: string, figure: string): void {
  console.log(`${what.padEnd(52)} ${figure.padStart(12)}`)
}

/** The value below which that part of the values lies. */
export function partOf(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}
