/** Cuts the features out of a GeoJSON text that comes in pieces, however it is broken into lines. */

/** A cutter: `push` takes the next piece and gives the features that it completes. */
export interface FeatureCutter {
  readonly push: (piece: string) => string[]
}

const START = '"features"'

/** A cutter that holds no more than one feature at a time. */
export function makeFeatureCutter(): FeatureCutter {
  const state = { isInside: false, held: '', depth: 0, isString: false, at: 0, start: -1 }
  return {
    push(piece) {
      state.held += piece
      if (!state.isInside) {
        const found = state.held.indexOf(START)
        if (found < 0) {
          state.held = state.held.slice(-START.length)
          return []
        }
        state.held = state.held.slice(found + START.length)
        state.isInside = true
      }
      return cutFeatures(state)
    },
  }
}

interface Cutting {
  held: string
  depth: number
  isString: boolean
  at: number
  start: number
}

function cutFeatures(state: Cutting): string[] {
  const features: string[] = []
  for (; state.at < state.held.length; state.at++) {
    const feature = readUnit(state, state.held.charAt(state.at))
    if (feature !== undefined) features.push(feature)
  }
  dropRead(state)
  return features
}

/** Takes one unit in; gives the feature that it closes. */
function readUnit(state: Cutting, char: string): string | undefined {
  if (state.isString) {
    if (char === '\\') state.at++
    else if (char === '"') state.isString = false
    return undefined
  }
  if (char === '"') state.isString = true
  else if (char === '{') {
    if (state.depth === 0) state.start = state.at
    state.depth++
  } else if (char === '}' && state.depth > 0) {
    state.depth--
    if (state.depth === 0) return state.held.slice(state.start, state.at + 1)
  }
  return undefined
}

/** What lies before the open feature is let go. */
function dropRead(state: Cutting): void {
  const keep = state.depth > 0 ? state.start : state.held.length
  state.held = state.held.slice(keep)
  state.at = Math.max(0, state.at - keep)
  state.start = 0
}
