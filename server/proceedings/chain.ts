import { createHash, randomBytes } from 'node:crypto'
import { canonicalize } from 'json-canonicalize'

/** The fields of an event that its entry hash covers, besides the hash of its payload. */
export type Entry = {
  case_id: string
  seq: number
  proceeding_id: string
  pseq: number
  pathway: string
  version: number
  from_state: string
  type: string
  to_state: string
  actor_id: string
  by: string
  party_id: string | null
  cause_seq: number | null
  form_id: string | null
  at: string
  acted_on: string
  late: boolean
  compartment_id: string
}

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const canonical = (value: unknown): string => canonicalize(value)

/** sha256(salt ‖ RFC 8785 JSON): a withheld payload can still be checked, and not guessed. */
export const payloadHash = (salt: Buffer, body: unknown): Buffer => sha256(salt, canonical(body))

export const entryHash = (entry: Entry, payload: Buffer): Buffer => sha256(canonical(entry), payload)

/** Links one event to the history before it. */
export function link(previous: Buffer, entry: Entry, body: unknown) {
  const salt = randomBytes(16)
  const payload_hash = payloadHash(salt, body)
  const entry_hash = entryHash(entry, payload_hash)
  return { salt, payload_hash, entry_hash, hash: sha256(previous, entry_hash) }
}

/** Whether a history, in order, is whole: every payload given matches, and every link follows from the one before. */
export function verify(
  history: {
    entry: Entry
    payload: { salt: Buffer; body: unknown } | null
    payloadHash: Buffer
    hash: Buffer
  }[],
): boolean {
  let previous: Buffer = Buffer.alloc(0)
  return history.every(({ entry, payload, payloadHash: kept, hash }) => {
    const matches = payload === null || payloadHash(payload.salt, payload.body).equals(kept)
    const follows = sha256(previous, entryHash(entry, kept)).equals(hash)
    previous = hash
    return matches && follows
  })
}
