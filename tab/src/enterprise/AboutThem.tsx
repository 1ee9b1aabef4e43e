import { makeStyles } from '@fluentui/react-components'
import type { CaseDetail } from '#tab/api.ts'
import { AlsoKnown } from '#tab/enterprise/AlsoKnown.tsx'
import type { Correction } from '#tab/enterprise/CorrectDialog.tsx'
import { Details } from '#tab/enterprise/Details.tsx'
import { Documents } from '#tab/enterprise/Documents.tsx'
import { Offer } from '#tab/enterprise/Offer.tsx'
import type { Opened } from '#tab/enterprise/opened.ts'
import type { StepKind } from '#tab/enterprise/steps.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useChoices } from '#tab/enterprise/useChoices.ts'
import type { Words } from '#tab/ui/drafts.ts'
import { useSession } from '#tab/ui/session.ts'

const useStyles = makeStyles({
  stack: { display: 'grid', gap: '32px', gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'start', minWidth: 0 },
})

type AboutThemProps = {
  detail: CaseDetail
  tracks: Tracks
  open: (opened: Opened) => void
  correct: ((correction: Correction) => void) | undefined
}

/** What they offer, their documents, and who they are and how to reach them. */
export function AboutThem({ detail, tracks, open, correct }: AboutThemProps) {
  const styles = useStyles()
  const { may } = useSession()
  const { consortia } = useChoices()
  const records = may('cases.record')
  const step = (kind: StepKind, start: Words = {}): void => open({ form: 'step', kind, start })
  return (
    <div className={styles.stack}>
      <Offer
        tracks={tracks}
        change={records ? () => step('tell-offer') : undefined}
        consortium={records && consortia.length > 0 ? attribute => step('tell-attribute', { attribute }) : undefined}
      />
      <AlsoKnown tracks={tracks} today={detail.today} add={records ? kind => step(kind) : undefined} />
      <Documents id={detail.id} add={records ? () => step('link-document') : undefined} correct={correct} />
      <Details
        detail={detail}
        tracks={tracks}
        edit={may('people.change') ? () => open({ form: 'person' }) : undefined}
        correct={correct}
        give={records ? use => step('give-permission', { use }) : undefined}
      />
    </div>
  )
}
