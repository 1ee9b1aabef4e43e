import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Member } from '#domain/wireSchemas.ts'
import type { MemberForm } from '#tab/settings/memberForms.ts'
import { addMember, callThem, changeMember, takeOut } from '#tab/settings/memberForms.ts'
import { AddButton, Row, Rows } from '#tab/settings/Section.tsx'
import { useMembers } from '#tab/settings/useMembers.ts'
import { roleLabels } from '#tab/settingsLabels.ts'
import { Bone } from '#tab/ui/Bone.tsx'
import { useDrafts } from '#tab/ui/drafts.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { useSession } from '#tab/ui/session.ts'
import { useForm } from '#tab/ui/useForm.ts'
import { useReturnFocus } from '#tab/ui/useReturnFocus.ts'
import { useSending } from '#tab/ui/useSending.ts'

/** Who is in the programme and what each may do there. */
export function MemberList() {
  const { may } = useSession()
  const members = useMembers()
  const [form, setForm] = useState<MemberForm>()
  const rememberOpener = useReturnFocus(form !== undefined)
  const open = (next: MemberForm): void => {
    rememberOpener()
    setForm(next)
  }
  const changes = may('members.change')
  return (
    <>
      <Remote query={members} waitingFor="Loading who is in the programme" skeleton={<Bone shape="box" />}>
        {({ members: all }) => (
          <Rows none="Nobody is in the programme yet.">
            {all.map(known => (
              <Row
                key={known.oid}
                name={callThem(known)}
                detail={known.roles.map(role => roleLabels[role]).join(', ')}
                actions={
                  changes
                    ? [
                        { words: 'Change', about: callThem(known), press: () => open(changeMember(known)) },
                        { words: 'Take out', about: callThem(known), press: () => open(takeOut(known)) },
                      ]
                    : []
                }
              />
            ))}
          </Rows>
        )}
      </Remote>
      <AddButton press={changes ? () => open(addMember) : undefined}>Add a person</AddButton>
      {form && <MemberDialog key={form.id} asked={form} close={() => setForm(undefined)} />}
    </>
  )
}

function MemberDialog({ asked, close }: { asked: MemberForm; close: () => void }) {
  const { api, desk, programme, me } = useSession()
  const queries = useQueryClient()
  const drafts = useDrafts()
  const form = useForm(asked.id, asked.fields, asked.start, me.today)
  const sender = useSending<{ oid: string; member: Member }, Member>({
    desk,
    send: ({ oid, member }) => api.setMember(programme.id, oid, member),
    recorded() {
      drafts.drop(asked.id)
      void queries.invalidateQueries()
    },
    saved: close,
  })
  const submit = (): void => {
    const answers = form.read()
    if (answers) sender.submit(asked.read(answers))
  }
  return <FormDialog title={asked.title} lead={asked.lead} form={form} sender={sender} save={asked.save} submit={submit} close={close} />
}
