import { QueryCache, QueryClient } from '@tanstack/react-query'
import { failureOf } from '#tab/api.ts'
import type { SignInDesk } from '#tab/ui/signInDesk.ts'

const passing = new Set(['no-signal', 'busy'])
const renewable = new Set(['no-signal', 'busy', 'broken'])

/** What was read, kept while the tab is open. An old value is asked for again every 20 seconds while it cannot be renewed. */
export function createQueries(desk: SignInDesk): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      onError: error => {
        if (failureOf(error).kind === 'signed-out') void desk.ask().then(() => client.invalidateQueries())
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 30 * 60_000,
        networkMode: 'always',
        retry: (count, error) => count < 2 && passing.has(failureOf(error).kind),
        refetchInterval: query => (query.state.status === 'error' && renewable.has(failureOf(query.state.error).kind) ? 20_000 : false),
      },
    },
  })
  return client
}
