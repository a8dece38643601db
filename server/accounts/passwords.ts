import { hash, verify } from '@node-rs/argon2'

/** Argon2id with the library's defaults, which follow OWASP's. */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** Takes as long for an address that nobody has as for a wrong password. */
export const passwordMatches = async (kept: string | undefined, password: string): Promise<boolean> =>
  kept === undefined ? (await hash(password), false) : verify(kept, password)
