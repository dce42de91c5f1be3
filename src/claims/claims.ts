/** mentions → claims: a cascade of ordered passes over the triggers of an article. */
import { type Claim, FAMILIES } from '../model.ts'
import { resolveAgents } from './agents.ts'
import { chooseParticipants, choosePlaces } from './choose.ts'
import { chooseDates } from './chooseDates.ts'
import { resolveCounts } from './counts.ts'
import { findCues } from './cues.ts'
import type { Draft } from './draft.ts'
import { addEllipses } from './ellipsis.ts'
import { readEvidence } from './evidence.ts'
import { keepClaims } from './keep.ts'
import { resolveCauses, shareCauses } from './links.ts'
import { mergeTriggers } from './merge.ts'
import { resolveModality } from './modality.ts'
import { type Reader, readSheet, type Sheet } from './sheet.ts'
import { resolveStrikes } from './strikes.ts'
import { resolveActive, resolveSubjects } from './subjects.ts'
import { resolveTargets } from './targets.ts'
import { findTriggers } from './triggers.ts'
import { findAttribution, findSpoken, readVoices, type Voice } from './voices.ts'
import { resolveDates, shareDates } from './when.ts'
import { resolvePlaces, sharePlaces } from './where.ts'

/**
 * Reads the claims of an article, in the order of its text.
 *
 *     "أعلن مصدر عسكري سيطرة الجيش على البلدة" → capture by the army, on the word of "مصدر عسكري"
 *
 * 1 mark words and mentions · 2 who speaks where · 3 triggers · 4 agents, places, dates, counts, modality
 * 5 causes share with results, subjects carry on · 6 attribution · 7 keep what is a claim · 8 choose who did it, to whom, where and when
 */
export function findClaims(reader: Reader): Claim[] {
  const { sheet, drafts } = findDrafts(reader)
  const kept = keepClaims(sheet, drafts) // 7
  const chosen = chooseDates(sheet, choosePlaces(sheet, chooseParticipants(sheet, kept))) // 8
  return chosen.map((draft, i) => writeClaim(sheet, draft, i))
}

/** All that may be a claim, before it is weighed. */
export function findDrafts(reader: Reader): { sheet: Sheet; drafts: Draft[] } {
  const sheet = readSheet(reader) // 1
  const cues = findCues(sheet) // 2
  const voices = readVoices(sheet, cues)
  let drafts = addEllipses(sheet, mergeTriggers(sheet, findTriggers(sheet))) // 3
  drafts = resolveAgents(sheet, drafts, findSpoken(cues)) // 4
  drafts = resolvePlaces(sheet, drafts, findSpoken(cues))
  drafts = resolveDates(sheet, drafts)
  drafts = resolveStrikes(sheet, drafts)
  drafts = resolveCounts(sheet, drafts)
  drafts = resolveModality(sheet, drafts)
  drafts = resolveTargets(sheet, drafts)
  drafts = drafts.map(draft => ({ ...draft, evidence: readEvidence(sheet, draft) }))
  drafts = resolveCauses(sheet, drafts) // 5
  drafts = resolveSubjects(sheet, drafts, voices)
  drafts = shareCauses(sheet, drafts)
  drafts = resolveActive(sheet, drafts)
  drafts = sharePlaces(sheet, drafts)
  drafts = drafts.map(draft => attribute(sheet, draft, voices)) // 6
  return { sheet, drafts: shareDates(sheet, drafts) }
}

function attribute(sheet: Sheet, draft: Draft, voices: ReadonlyMap<number, readonly Voice[]>): Draft {
  const voicesHere = voices.get(sheet.sentenceOf[draft.hit.from] as number)
  const found = findAttribution(voicesHere, draft.hit.from, sheet.article)
  const { sources, stance, cue, denies, because } = found
  return {
    ...draft,
    sources,
    stance,
    cue,
    modality: denies && draft.modality === 'asserted' ? 'negated' : draft.modality,
    because: [...because, ...draft.because],
  }
}

function writeClaim(sheet: Sheet, draft: Draft, index: number): Claim {
  const span = draft.evidence
  const { type, agents, targets, places, date, modality, count, sources, stance, cue, optional, because } =
    draft
  return {
    id: `${index + 1}`,
    type,
    span,
    evidence: sheet.text.text.slice(span[0], span[1]),
    cue: cue === null ? null : { span: cue },
    agent: agents,
    target: targets,
    places,
    time: date?.edtf ?? null,
    timeSpan: date?.span ?? null,
    timeFrom: date === null ? null : `${date.text}: ${date.how}`,
    modality,
    count,
    sources,
    stance,
    optional,
    because,
    confidence: draft.weight,
  }
}

/** Family of each type, for those who count by family. */
export const FAMILY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(FAMILIES).flatMap(([family, types]) => types.map(type => [type, family] as const)),
)
