import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Where a list goes on: the sort value and case id of the last row shown. */
export type Place = { value: string; caseId: string }

const authTagLength = 16
const keyOf = (secret: string) => createHash('sha256').update(`cursor ${secret}`).digest()

/** A place as an opaque text that only this deployment can read or make: it may hold a name. */
export function sealPlace(secret: string, { value, caseId }: Place): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce, { authTagLength })
  const sealed = Buffer.concat([cipher.update(JSON.stringify([value, caseId]), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The place that a text stands for; undefined where this deployment did not make it. */
export function openPlace(secret: string, text: string): Place | undefined {
  try {
    const bytes = Buffer.from(text, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12), { authTagLength })
    decipher.setAuthTag(bytes.subarray(12, 28))
    const opened: unknown = JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'))
    const [value, caseId] = Array.isArray(opened) ? (opened as unknown[]) : []
    return typeof value === 'string' && typeof caseId === 'string' ? { value, caseId } : undefined
  } catch {
    return undefined
  }
}
