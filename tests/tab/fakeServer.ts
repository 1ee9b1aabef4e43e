type Call = { method: string; path: string; headers: Record<string, string>; body: unknown }
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'no-signal'

/** A server that gives the answers it was told to give, in their order, the last one for ever, and remembers what it was asked. */
export function fakeServer(...answers: readonly Answer[]): { fetch: typeof globalThis.fetch; calls: Call[] } {
  const calls: Call[] = []
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const answer = answers[Math.min(calls.length, answers.length - 1)] ?? 'no-signal'
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : init.body
    const path = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url
    calls.push({ method: init.method ?? 'GET', path, headers: Object.fromEntries(new Headers(init.headers)), body })
    if (answer === 'no-signal') throw new TypeError('Failed to fetch')
    const { status, headers = {} } = answer
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), { status, headers })
  }
  return { fetch, calls }
}
