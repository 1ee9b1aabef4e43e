import type { ReactNode } from 'react'
import { extras, stuckSteps } from '#domain/programmeRules.ts'
import { sayLimit } from '#tab/settings/changeWords.ts'
import { extraEdit, limitEdit, limits, phoneEdit, stuckEdit } from '#tab/settings/edits.ts'
import { Row, Rows, Subheading } from '#tab/settings/Section.tsx'
import { useSettingsView } from '#tab/settings/view.ts'
import { extraLabels, limitLabels, stuckHint, stuckLabels } from '#tab/settingsLabels.ts'

const keys = Object.keys(limits) as (keyof typeof limits)[]

/** Every limit with its number, one below the other. */
export function Limits() {
  const { held, edit } = useSettingsView()
  const { rules } = held
  return (
    <>
      <Rows>
        {keys.map(key => (
          <Row
            key={key}
            name={limitLabels[key].label}
            detail={limitLabels[key].hint}
            value={sayLimit(key, rules[key])}
            actions={edit ? [{ words: 'Change', about: limitLabels[key].label, press: () => edit(limitEdit(key, held)) }] : []}
          />
        ))}
      </Rows>
      <Subheading>Stuck in a step</Subheading>
      <Rows>
        {stuckSteps.map(step => (
          <Row
            key={step}
            name={stuckLabels[step]}
            detail={stuckHint}
            value={rules.stuckDays[step]}
            actions={edit ? [{ words: 'Change', about: stuckLabels[step], press: () => edit(stuckEdit(step, held)) }] : []}
          />
        ))}
      </Rows>
    </>
  )
}

/** Consortia are asked about where the programme names one, and training is nobody's to switch off. */
const switches = extras.filter(extra => extra !== 'consortia' && extra !== 'skills')

/** What may be switched on: each asks for more boxes. */
export function Switches() {
  const { held, edit } = useSettingsView()
  return (
    <Rows>
      {switches.map(extra => {
        const { label, hint } = extraLabels[extra]
        const isOn = held.rules.extras.includes(extra)
        const change = { words: isOn ? 'Switch off' : 'Switch on', about: label, press: () => edit?.(extraEdit(extra, held)) }
        return <Row key={extra} name={label} detail={hint} value={isOn ? 'On' : 'Off'} actions={edit ? [change] : []} />
      })}
    </Rows>
  )
}

export function Safeguarding() {
  const { held, edit } = useSettingsView()
  const { safeguardingPhone } = held.names
  const change = { words: safeguardingPhone ? 'Change' : 'Add', about: 'safeguarding number', press: () => edit?.(phoneEdit(held)) }
  const value: ReactNode = safeguardingPhone && <a href={`tel:${safeguardingPhone.replaceAll(/[^\d+]/g, '')}`}>{safeguardingPhone}</a>
  return <Rows>{[<Row key="phone" name={value ?? 'No number yet'} actions={edit ? [change] : []} />]}</Rows>
}
