import { createContext, use } from 'react'
import type { Permission } from '#domain/permissions.ts'
import type { Me } from '#domain/wireSchemas.ts'
import type { Api } from '#tab/api.ts'
import type { MeetingView } from '#tab/ui/meeting.ts'
import type { SignInDesk } from '#tab/ui/signInDesk.ts'

/** A programme as this person has it: with what they may do there. */
export type MyProgramme = Me['programmes'][number]

/** The areas in use, and after them those that only old records have. */
export const everyArea = ({ areas, formerAreas }: MyProgramme): MyProgramme['areas'] => [...areas, ...formerAreas]

/** Who is here, in which programme, and the one way to the API. */
export type Session = {
  api: Api
  desk: SignInDesk
  me: Me
  programme: MyProgramme
  /** Meeting view: names are hidden on every page. */
  meeting: MeetingView
  choose: (programmeId: string) => void
  may: (permission: Permission) => boolean
}

export const SessionContext = createContext<Session | undefined>(undefined)

/** The session of the page one is on. Only pages inside the shell have one. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('this page stands outside the shell')
  return session
}
