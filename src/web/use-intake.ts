/** What is being sent and read, as state of the page. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Language } from '../messages.ts'
import { intakeQuery, Refusal, resumeIntake, sendFile } from './client.ts'
import { type Dropped, sortFiles } from './drop-files.ts'
import { useWords } from './words.ts'

/** Milliseconds between two looks at a reading that goes on. */
const BETWEEN = 600
/** Files under way at the same time: the disk is flushed after each. */
const AT_ONCE = 4

/** How far the sending is. `others` are files of kinds that are not read. */
export interface Sending {
  readonly total: number
  readonly sent: number
  readonly others: number
  readonly refused: readonly { readonly path: string; readonly refusal: Refusal }[]
}

const NOTHING: Sending = { total: 0, sent: 0, others: 0, refused: [] }

/** The state of the intake, and the functions that send files and go on after a stop. */
export function useIntake() {
  const { language } = useWords()
  const client = useQueryClient()
  const [sending, setSending] = useState<Sending>(NOTHING)
  const isSending = sending.sent + sending.refused.length < sending.total
  const query = useQuery({
    ...intakeQuery(language),
    refetchInterval: ({ state }) => (isSending || state.data?.state === 'reading' ? BETWEEN : false),
  })
  const isReading = query.data?.state === 'reading'
  const wasReading = useRef(false)
  useEffect(() => {
    // What was read is on every page.
    if (wasReading.current && !isReading) void client.invalidateQueries()
    wasReading.current = isReading
  }, [client, isReading])
  const look = () => client.invalidateQueries({ queryKey: ['intake'] })
  const send = async (dropped: readonly Dropped[]) => {
    const { files, others } = sortFiles(dropped)
    setSending({ ...NOTHING, total: files.length, others })
    await sendAll(files, language, step => setSending(before => step(before)))
    await look()
  }
  const resume = async () => {
    await resumeIntake(language)
    await look()
  }
  return { state: query.data, sending, isSending, send, resume }
}

type Step = (before: Sending) => Sending

async function sendAll(
  files: readonly Dropped[],
  language: Language,
  note: (step: Step) => void,
): Promise<void> {
  const drop = crypto.randomUUID()
  const left = files.values()
  const worker = async () => {
    for (const { file, path } of left) {
      const refusal = await trySend({ file, path, drop }, language)
      note(before =>
        refusal === null
          ? { ...before, sent: before.sent + 1 }
          : { ...before, refused: [...before.refused, { path, refusal }] },
      )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

async function trySend(sent: Parameters<typeof sendFile>[0], language: Language): Promise<Refusal | null> {
  try {
    await sendFile(sent, language)
    return null
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown
    throw thrown
  }
}
