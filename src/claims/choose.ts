/** Who of the candidates did it, who suffered it, and where it was: the weights choose among what the rules propose. */
import type { ClaimPlace, Participant } from '../model.ts'
import { findCandidateActors } from './candidateActors.ts'
import { findCandidatePlaces, type PlaceCandidate } from './candidatePlaces.ts'
import type { Candidate } from './carriedActors.ts'
import { joinNames, type Thresholds, takeNames, type Weighted } from './chooseNames.ts'
import { addTo, type Draft } from './draft.ts'
import type { Sheet } from './sheet.ts'
import { type Choice, findThreshold, weighFeatures } from './weigh.ts'
import { isWithin } from './where.ts'

/** What tells candidates for participants apart: the actor, or the words of one that has no id. */
export function keyOfParticipant({ actor, span }: Participant): string {
  return actor ?? `@${span[0]}`
}

/** What tells candidate places apart: the place, or the words of one that the gazetteer does not have. */
export function keyOfPlace({ place: { place, span } }: PlaceCandidate): string {
  return place ?? `@${span[0]}`
}

/** Gives every draft the places that the weights choose; one that only holds the place where it was is `in`. */
export function choosePlaces(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, index) => {
    const weighted = findCandidatePlaces(sheet, drafts, index).map((one): Weighted<PlaceCandidate> => {
      const { weight, reason } = weighFeatures(sheet, 'place', one.features)
      return { one, span: one.place.span, weight, reason }
    })
    const taken = takeNames(sheet, joinNames(weighted, keyOfPlace), readThresholds(sheet, 'place'))
    const places = taken.map(({ one }) => readPlace(sheet, one, taken))
    const reason = taken[0]?.reason ?? 'place: nowhere'
    return addTo(draft, { places: places.sort((a, b) => a.span[0] - b.span[0]) }, reason)
  })
}

/** "في البوكمال بريف دير الزور": what holds another of the places, or is weighed so, is `in`. */
function readPlace(
  sheet: Sheet,
  { place, features }: PlaceCandidate,
  taken: readonly Weighted<PlaceCandidate>[],
): ClaimPlace {
  const holds = taken.some(({ one }) => one.place !== place && isWithin(sheet, one.place.place, place.place))
  const isContainer = holds || weighFeatures(sheet, 'container', features).isChosen
  return { ...place, role: isContainer ? 'in' : place.role === 'in' ? 'at' : place.role }
}

/** Gives every draft the doers and targets that the weights choose; statements are left as they are. */
export function chooseParticipants(sheet: Sheet, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, index) => {
    const candidates = findCandidateActors(sheet, drafts, index)
    const doers = chooseOf(sheet, 'doer', candidates)
    const targets = chooseOf(sheet, 'target', candidates)
    return addTo(draft, { agents: doers.chosen, targets: targets.chosen }, doers.reason)
  })
}

function chooseOf(
  sheet: Sheet,
  choice: 'doer' | 'target',
  candidates: readonly Candidate[],
): { chosen: Participant[]; reason: string } {
  const weighted = candidates.map(({ participant, features }): Weighted<Participant> => {
    const { weight, reason } = weighFeatures(sheet, choice, features)
    return { one: participant, span: participant.span, weight, reason }
  })
  const taken = takeNames(sheet, joinNames(weighted, keyOfParticipant), readThresholds(sheet, choice))
  const chosen = taken.map(({ one }) => one).sort((a, b) => a.span[0] - b.span[0])
  return { chosen, reason: taken[0]?.reason ?? `${choice}: nobody` }
}

function readThresholds(sheet: Sheet, choice: Choice): Thresholds {
  const first = findThreshold(sheet, choice, '')
  return {
    first,
    strung: findThreshold(sheet, choice, ' of one strung on'),
    another: findThreshold(sheet, choice, ' of another'),
  }
}
