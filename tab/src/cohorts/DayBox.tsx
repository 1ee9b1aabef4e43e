import { Field, Input, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import type { PlainDate } from '#domain/plainDate.ts'
import { readDay } from '#tab/ui/dayWords.ts'
import { sayDay } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  input: { minWidth: 0, width: '100%', [phone]: { height: '44px' }, '& input': { minWidth: 0, width: '100%' } },
})

type DayBoxProps = {
  label: string
  day: PlainDate | undefined
  onDay: (day: PlainDate | undefined) => void
  today: PlainDate
  placeholder?: string
  /** No day after today can be asked for. */
  pastOnly?: boolean
}

/** A day in a row of choices: taken when one leaves the box or presses Enter. What cannot be read stays, and is said. */
export function DayBox({ label, day, onDay, today, placeholder, pastOnly = false }: DayBoxProps) {
  const styles = useStyles()
  const shown = day ? sayDay(day) : ''
  const [typing, setTyping] = useState<string>()
  const [fault, setFault] = useState<string>()
  const take = (): void => {
    if (typing === undefined) return
    const read = readDay(typing, today)
    const wrong = typing.trim() !== '' && !read ? 'Such as 3 May 2015' : read && pastOnly && read > today ? 'Not after today' : undefined
    setFault(wrong)
    if (wrong !== undefined) return
    setTyping(undefined)
    if (read !== day) onDay(read)
  }
  return (
    <Field label={label} size="small" validationMessage={fault} validationState={fault === undefined ? 'none' : 'error'}>
      <Input
        className={styles.input}
        autoComplete="off"
        value={typing ?? shown}
        placeholder={placeholder}
        onChange={(_, { value }) => setTyping(value)}
        onBlur={take}
        onKeyDown={event => event.key === 'Enter' && take()}
      />
    </Field>
  )
}
