import type { CaseDetail } from '#tab/api.ts'
import { tracksOf } from '#tab/enterprise/tracks.ts'
import { useEnterprise } from '#tab/enterprise/useEnterprise.ts'
import { CallForm } from '#tab/followUp/CallForm.tsx'
import { ContactForm } from '#tab/today/ContactForm.tsx'
import { HandoverForm } from '#tab/today/HandoverForm.tsx'
import type { RowAction } from '#tab/today/rowActions.ts'
import type { SettleFormProps } from '#tab/today/settleForm.ts'
import { StepForm } from '#tab/today/StepForm.tsx'
import { TaskForm } from '#tab/today/TaskForm.tsx'
import { TriageForm } from '#tab/today/TriageForm.tsx'
import { Bone } from '#tab/ui/Bone.tsx'
import { Remote } from '#tab/ui/Remote.tsx'

type SettleProps = SettleFormProps & { action: RowAction }

/** The form that settles a row, once its record is read. */
export default function Settle({ caseId, action, ...rest }: SettleProps) {
  const record = useEnterprise(caseId)
  return (
    <Remote query={record} waitingFor="Loading the record" skeleton={<Bone shape="box" width="60%" />} called="record">
      {detail => <SettleForm {...rest} caseId={caseId} action={action} detail={detail} />}
    </Remote>
  )
}

function SettleForm({ action, detail, ...common }: SettleProps & { detail: CaseDetail }) {
  const tracks = tracksOf(detail)
  switch (action.form) {
    case 'contact':
      return <ContactForm {...common} detail={detail} tracks={tracks} channel={action.channel} tasks={action.tasks} />
    case 'check-in':
      return <CallForm detail={detail} saved={common.saved} cancel={common.cancel} />
    case 'step':
      return <StepForm {...common} detail={detail} tracks={tracks} kind={action.kind} start={action.start} />
    case 'triage':
      return <TriageForm {...common} detail={detail} />
    case 'task':
      return <TaskForm {...common} detail={detail} task={action.task} words={action.words} />
    case 'handover':
      return <HandoverForm {...common} detail={detail} />
    case 'check':
    case 'grant':
    case 'none':
      return null
  }
}
