import type { LogContactProps } from '#tab/enterprise/LogContact.tsx'
import { ContactFields, useContact } from '#tab/enterprise/LogContact.tsx'
import { FormDialog } from '#tab/ui/FormDialog.tsx'

/** The same on a phone, as a screen of its own. */
export function LogContactDialog({ close, saved, ...props }: LogContactProps & { close: () => void }) {
  const { form, sender, submit } = useContact({ ...props, saved })
  return (
    <FormDialog
      title="Log a contact"
      lead={props.detail.name ?? props.detail.reference}
      form={form}
      fields={<ContactFields form={form} />}
      sender={sender}
      save="Save contact"
      submit={submit}
      close={close}
    />
  )
}
