import type { AskedFundFile, AskedPublication, Ticket } from '#domain/downloadSchemas.ts'
import type { Fund, Ledger, NewPot, Pots, Publications, YearEnd } from '#domain/potSchemas.ts'
import type { Connection, WriteOptions } from '#tab/api.ts'
import { at, withQuery } from '#tab/apiPath.ts'

/** What the API can be asked about funds. */
export const fundCalls = ({ read, write, post, put }: Connection) => ({
  pots: (programme: string, signal?: AbortSignal) => read<Pots>(at('programmes', programme, 'pots'), signal),
  makePot: (programme: string, pot: NewPot, options: WriteOptions) => post<Pots>(at('programmes', programme, 'pots'), pot, options),
  changePot: (programme: string, id: string, pot: NewPot, { key, n = 0 }: WriteOptions) =>
    put<Pots>(at('programmes', programme, 'pots', id), pot, { 'idempotency-key': key, 'if-match': `"${n}"` }),
  fund: (programme: string, pot: string, signal?: AbortSignal) => read<Fund>(at('programmes', programme, 'pots', pot), signal),
  ledger: (programme: string, pot: string, signal?: AbortSignal) =>
    read<Ledger>(at('programmes', programme, 'pots', pot, 'ledger'), signal),
  yearEnd: (programme: string, pot: string, asAt: string, signal?: AbortSignal) =>
    read<YearEnd>(withQuery(at('programmes', programme, 'pots', pot, 'year-end'), { asAt }), signal),
  publications: (programme: string, pot: string, asAt: string, signal?: AbortSignal) =>
    read<Publications>(withQuery(at('programmes', programme, 'pots', pot, 'publications'), { asAt }), signal),
  askForFundFile: (programme: string, pot: string, asked: AskedFundFile | AskedPublication) => {
    const files = asked.of === 'ledger' || asked.of === 'year-end' ? 'files' : 'publications'
    const headers = { 'content-type': 'application/json' }
    return write<Ticket>({ path: at('programmes', programme, 'pots', pot, files), method: 'POST', headers, body: JSON.stringify(asked) })
  },
})
