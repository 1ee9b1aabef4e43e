import { makeStyles, MessageBar, MessageBarBody, tokens, typographyStyles } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssumptionAnswer, AssumptionsAnswer, NewAssumption } from '#domain/assumptionSchemas.ts'
import type { AssumptionKind } from '#domain/assumptions.ts'
import { useSavingsView, useAssumptions } from '#tab/savings/useSavings.ts'
import { assumptionOf, outsideFields, outsideFormId, outsideStart, rangeFaults } from '#tab/savings/outsideFields.ts'
import { changedSince, foreseen, heldWords } from '#tab/savings/outsideWords.ts'
import { outsideForm, outsideLabels } from '#tab/savingsLabels.ts'
import type { Faults } from '#tab/ui/fields.ts'
import { readFields } from '#tab/ui/fields.ts'
import { FormDialog } from '#tab/ui/FormDialog.tsx'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { useSession } from '#tab/ui/session.ts'
import type { Form } from '#tab/ui/useForm.ts'
import { focusField, formOnItsWay, useForm } from '#tab/ui/useForm.ts'
import { useDrafts } from '#tab/ui/drafts.ts'
import type { Sender } from '#tab/ui/useSending.ts'
import { useSending } from '#tab/ui/useSending.ts'

const useStyles = makeStyles({
  theirs: { marginBottom: tokens.spacingVerticalM },
  box: {
    marginTop: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  sums: { ...typographyStyles.body1, margin: 0 },
  row: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: '12px' },
  amount: { ...typographyStyles.body1Strong, margin: 0 },
  later: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
})

type OutsideFormProps = { kind: AssumptionKind; close: () => void; saved: () => void }

/** Records a figure from outside, as from a day. It says before it is saved what today's rate would be with it. */
export default function OutsideForm(props: OutsideFormProps) {
  const assumptions = useAssumptions()
  return assumptions.data ? <Open {...props} answer={assumptions.data} /> : null
}

function Open({ kind, close, saved, answer }: OutsideFormProps & { answer: AssumptionsAnswer }) {
  const { me } = useSession()
  const { savings } = useSavingsView()
  const [openedAt] = useState(answer.version)
  const [across, setAcross] = useState<Faults>({})
  const held = savings.assumptions.find(each => each.kind === kind)
  const since = savings.missing.find(each => each.kind === kind)?.since
  const fields = outsideFields(kind, held !== undefined)
  const form = useForm(outsideFormId(kind), fields, outsideStart(kind, held, since ?? me.today), me.today)
  const sender = useRecording(kind, saved)
  const submit = (): void => {
    const answers = form.read()
    if (!answers) return
    const figure = assumptionOf(kind, answers)
    const wrong = rangeFaults(figure)
    setAcross(wrong)
    const [first] = Object.keys(wrong)
    if (first !== undefined) return focusField(first)
    sender.submit(figure, answer.version)
  }
  const set: Form['set'] = (name, text) => {
    setAcross({})
    form.set(name, text)
  }
  const whole = { ...form, set, faults: { ...form.faults, ...across } }
  return (
    <FormDialog
      title={outsideLabels[kind].name}
      lead={[outsideLabels[kind].ask, heldWords(held)].filter(Boolean).join(' ')}
      form={whole}
      sender={sender}
      save={outsideForm.save}
      submit={submit}
      close={close}
      fields={
        <>
          <Theirs recorded={answer.assumptions.filter(({ version }) => version > openedAt)} />
          <FormFields form={formOnItsWay(whole, sender)} />
        </>
      }
    >
      <Foreseen kind={kind} form={whole} held={held} />
    </FormDialog>
  )
}

/** Sends the figure. Where somebody else recorded one first, theirs are read at once, so that the next try is made against them. */
function useRecording(kind: AssumptionKind, saved: () => void): Sender<NewAssumption> {
  const { api, desk, programme } = useSession()
  const queries = useQueryClient()
  const drafts = useDrafts()
  const key = ['assumptions', programme.id]
  return useSending<NewAssumption, AssumptionsAnswer>({
    desk,
    send: async (figure, options) => {
      const said = await api.recordAssumption(programme.id, figure, options)
      if (!said.ok && said.refusal.kind === 'refused') {
        void queries.invalidateQueries({ queryKey: ['savings', programme.id] })
        await queries.invalidateQueries({ queryKey: key })
      }
      return said
    },
    recorded(answer) {
      drafts.drop(outsideFormId(kind))
      queries.setQueryData(key, answer)
      void queries.invalidateQueries()
    },
    saved,
  })
}

/** What somebody else recorded while one typed: what was typed stays, and one sees both. */
function Theirs({ recorded }: { recorded: readonly AssumptionAnswer[] }) {
  const styles = useStyles()
  const { me } = useSession()
  const sentences = recorded.filter(({ recordedBy }) => recordedBy?.oid !== me.oid).map(changedSince)
  if (sentences.length === 0) return null
  return (
    <MessageBar intent="info" layout="multiline" className={styles.theirs}>
      <MessageBarBody>{sentences.join(' ')}</MessageBarBody>
    </MessageBar>
  )
}

/** Today's rate now, and with what stands in the boxes. */
function Foreseen({ kind, form, held }: { kind: AssumptionKind; form: Form; held: AssumptionAnswer | undefined }) {
  const styles = useStyles()
  const { savings } = useSavingsView()
  const { answers, faults } = readFields(form.fields, form.words, form.today)
  if (!savings.estimate || Object.keys(faults).length > 0) return null
  const seen = foreseen(savings.estimate, { figure: assumptionOf(kind, answers), held, asAt: savings.asAt })
  if (!seen)
    return (
      <div className={styles.box}>
        <p className={styles.later}>{outsideForm.afterSaving}</p>
      </div>
    )
  return (
    <div className={styles.box}>
      {seen === 'later' ? (
        <p className={styles.later}>{outsideForm.later}</p>
      ) : (
        <dl className={styles.sums}>
          {[
            [outsideForm.now, seen.now],
            [outsideForm.with, seen.changed],
          ].map(([name, amount]) => (
            <div key={name} className={styles.row}>
              <dt>{name}</dt>
              <dd className={styles.amount}>{amount}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
