import { expect, test } from 'vitest'
import { createApi } from '#tab/api.ts'
import { MeetingView } from '#tab/ui/meeting.ts'

test('in a meeting names are hidden from the start; elsewhere they show until somebody hides them', () => {
  expect(new MeetingView(true).isHidden()).toBe(true)
  expect(new MeetingView(false).isHidden()).toBe(false)
})

test('those who watch hear of a change, once, and no more once they have left', () => {
  const meeting = new MeetingView(false)
  let heard = 0
  const leave = meeting.watch(() => (heard += 1))
  meeting.hide(true)
  meeting.hide(true)
  expect(heard).toBe(1)
  leave()
  meeting.hide(false)
  expect(heard).toBe(1)
})

test('while names are hidden every call asks for none', async () => {
  const meeting = new MeetingView(true)
  const asked: (string | null)[] = []
  const fetch = async (_address: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    asked.push(new Headers(init?.headers).get('x-names'))
    return Response.json({})
  }
  const api = createApi({ fetch, token: async () => 'token', namesHidden: meeting.isHidden })
  await api.cases('levels')
  await api.chooseColumns('levels', [])
  meeting.hide(false)
  await api.cases('levels')
  expect(asked).toEqual(['hidden', 'hidden', null])
})
