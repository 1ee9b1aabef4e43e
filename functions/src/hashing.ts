import { createHash, createHmac, randomBytes } from 'node:crypto'

/** SHA-256 of a text, in base64url: how a value from outside stands in a key. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** Keyed SHA-256: the same text gives the same hash in this deployment only, and cannot be guessed without its key. */
export const keyedHash = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64url')

/** A random key of 256 bits, in base64url. */
export const randomKey = (): string => randomBytes(32).toString('base64url')
