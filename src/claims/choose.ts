/** Who of the candidates did it and who suffered it: the weights choose among what the rules propose. */
import type { ClaimPlace, Participant } from '../model.ts'
import { findCandidateActors } from './candidateActors.ts'
import { findCandidatePlaces } from './candidatePlaces.ts'
import type { Candidate } from './carriedActors.ts'
import { addTo, type Draft } from './draft.ts'
import type { Sheet } from './sheet.ts'
import { findThreshold, type Weighed, weighFeatures } from './weigh.ts'

/** Gives every draft the places that the weights choose; one that only holds the place where it was is `in`. */
export function choosePlaces(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, index) => {
    const ranked = findCandidatePlaces(sheet, drafts, index)
      .map(({ place, features }) => ({ place, features, ...weighFeatures(sheet, 'place', features) }))
      .filter(({ isChosen }) => isChosen)
      .sort((a, b) => b.weight - a.weight)
    const places: ClaimPlace[] = []
    for (const { place, features } of ranked) {
      const isKnown = places.some(
        one => one.span[0] === place.span[0] || (one.place !== null && one.place === place.place),
      )
      if (isKnown) continue
      const isContainer = weighFeatures(sheet, 'container', features).isChosen
      const role = isContainer ? 'in' : place.role === 'in' ? 'at' : place.role
      places.push({ ...place, role })
    }
    const reason = ranked[0]?.reason ?? 'place: nowhere'
    return addTo(draft, { places: places.sort((a, b) => a.span[0] - b.span[0]) }, reason)
  })
}

/** Gives every draft the doers and targets that the weights choose; statements are left as they are. */
export function chooseParticipants(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, index) => {
    const candidates = findCandidateActors(sheet, drafts, index)
    const doers = choose(sheet, 'doer', candidates)
    const targets = choose(sheet, 'target', candidates)
    return addTo(draft, { agents: doers.chosen, targets: targets.chosen }, doers.reason)
  })
}

interface Ranked extends Weighed {
  readonly participant: Participant
}

/** The heaviest one at the threshold, and others where they weigh clearly more than it asks. */
function choose(
  sheet: Sheet,
  choice: 'doer' | 'target',
  candidates: readonly Candidate[],
): { chosen: Participant[]; reason: string } {
  const ranked = candidates
    .map(({ participant, features }): Ranked => ({ participant, ...weighFeatures(sheet, choice, features) }))
    .sort((a, b) => b.weight - a.weight)
  const another = findThreshold(sheet, choice, 'another')
  const taken = new Set<string>()
  const chosen = ranked.filter(({ participant, weight, isChosen }) => {
    const key = participant.actor ?? `@${participant.span[0]}`
    if (!isChosen || taken.has(key) || (taken.size > 0 && weight < another)) return false
    taken.add(key)
    return true
  })
  const reason = chosen[0]?.reason ?? `${choice}: nobody`
  return { chosen: chosen.map(one => one.participant).sort((a, b) => a.span[0] - b.span[0]), reason }
}
