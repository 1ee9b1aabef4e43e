import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useParams } from 'react-router'
import type { PotAnswer } from '#domain/potSchemas.ts'
import type { FundAsked } from '#tab/fund/useFundForm.ts'
import { useFundForm } from '#tab/fund/useFundForm.ts'
import { usePots } from '#tab/fund/useFund.ts'
import { fundFormWords, fundWords } from '#tab/fundLabels.ts'
import { routes } from '#tab/routes.ts'
import { useMembers } from '#tab/settings/useMembers.ts'
import { Bone } from '#tab/ui/Bone.tsx'
import { DraftStatus } from '#tab/ui/DraftStatus.tsx'
import { FormFields } from '#tab/ui/FormFields.tsx'
import { KeptWords } from '#tab/ui/KeptWords.tsx'
import { Notice, NotShown } from '#tab/ui/Notice.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { SendingBar } from '#tab/ui/SendingBar.tsx'
import { useSession } from '#tab/ui/session.ts'
import { TaskPage } from '#tab/ui/TaskPage.tsx'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  form: { maxWidth: '656px' },
  part: {
    paddingBottom: tokens.spacingVerticalL,
    marginBottom: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  title: { ...typographyStyles.subtitle2, margin: `0 0 ${tokens.spacingVerticalM}` },
  save: { whiteSpace: 'nowrap', [phone]: { flex: '1 1 auto', minWidth: 0, maxWidth: 'none' } },
})

const parents = [{ label: fundWords.title, to: routes.fund }] as const
const formId = 'fund-form'

/** Makes a fund, or changes one: first whether it is public money. */
export default function FundFormPage() {
  const { may } = useSession()
  const { pot: id } = useParams()
  const title = id === undefined ? fundFormWords.makeTitle : fundFormWords.changeTitle
  const pots = usePots()
  const members = useMembers()
  if (!may('pots.change')) {
    return (
      <TaskPage title={title} parents={parents}>
        <Notice heading={fundFormWords.cannot}>{fundFormWords.cannotWhy}</Notice>
      </TaskPage>
    )
  }
  if (!pots.data || members.isPending) {
    return (
      <TaskPage title={title} parents={parents}>
        <Remote query={pots} waitingFor="Loading the fund" skeleton={<Bone shape="box" />} called="fund">
          {() => null}
        </Remote>
      </TaskPage>
    )
  }
  const pot = pots.data.pots.find(each => each.id === id)
  if (id !== undefined && !pot) {
    return (
      <TaskPage title={title} parents={parents}>
        <NotShown />
      </TaskPage>
    )
  }
  const deciders = (members.data?.members ?? [])
    .filter(({ roles }) => roles.includes('decider'))
    .map(({ oid, label }) => ({ value: oid, label: label ?? `Person ${oid.slice(-4)}` }))
  return <FundForm key={id ?? 'new'} title={title} pot={pot} pots={pots.data.pots} deciders={deciders} />
}

function FundForm({ title, ...asked }: FundAsked & { title: string; pot: PotAnswer | undefined }) {
  const styles = useStyles()
  const { form, parts, sender, press, copy } = useFundForm(asked)
  const onPhone = useWidth() === 'phone'
  const { state } = sender.sending
  const save = form.earlier?.state !== 'offered' && (
    <Button type="submit" form={formId} appearance="primary" className={styles.save} disabledFocusable={state === 'sending'}>
      {state === 'waiting' ? 'Try again' : asked.pot ? fundFormWords.save : fundFormWords.saveNew}
    </Button>
  )
  return (
    <TaskPage
      title={title}
      parents={parents}
      status={
        <>
          <DraftStatus form={form} sending={sender.sending} />
          {!onPhone && save}
        </>
      }
      foot={onPhone && save}
    >
      <form id={formId} className={styles.form} onSubmit={press} noValidate>
        <SendingBar sending={sender.sending} copy={copy} />
        <KeptWords form={form}>
          {parts.map(part => (
            <section key={part.title} className={styles.part} aria-label={part.title}>
              <h2 className={styles.title}>{part.title}</h2>
              <FormFields form={{ ...form, fields: part.fields }} columns={part.columns} />
            </section>
          ))}
        </KeptWords>
        {/* The form is long: who has come to its end saves it there. */}
        {!onPhone && save}
      </form>
    </TaskPage>
  )
}
