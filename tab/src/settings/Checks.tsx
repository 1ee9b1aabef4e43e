import { templateSteps } from '#domain/programmeRules.ts'
import { addCheckEdit, checkEdit, stopCheckEdit, stopTemplateEdit, templateEdit } from '#tab/settings/checkEdits.ts'
import { checkNameOf, sayCheckRule, sayTemplate } from '#tab/settings/changeWords.ts'
import { nameOf } from '#tab/settings/codes.ts'
import { AddButton, Row, Rows } from '#tab/settings/Section.tsx'
import { useSettingsView } from '#tab/settings/view.ts'

/** What the programme wants to see, of whom, and what of it makes up the standard. */
export function Checks() {
  const { held, edit } = useSettingsView()
  const { checks, standard } = held.rules
  return (
    <>
      <Rows none="No checks yet.">
        {checks.map(rule => {
          const name = checkNameOf(held, rule.check)
          const actions = [
            { words: 'Change', about: name, press: () => edit?.(checkEdit(rule, held)) },
            { words: 'Stop asking', about: name, press: () => edit?.(stopCheckEdit(rule.check, held)) },
          ]
          const detail = sayCheckRule(rule) + (standard.includes(rule.check) ? ', part of the standard' : '')
          return <Row key={rule.check} name={name} detail={detail} actions={edit ? actions : []} />
        })}
      </Rows>
      <AddButton press={edit && (() => edit(addCheckEdit(held)))}>Add a check</AddButton>
    </>
  )
}

/** To-dos that come by themselves after a step, in the order of the steps. */
export function Templates() {
  const { held, edit } = useSettingsView()
  const inOrder = [...held.rules.templates].sort(
    (a, b) => templateSteps.indexOf(a.after) - templateSteps.indexOf(b.after) || a.days - b.days,
  )
  return (
    <>
      <Rows none="No to-dos come by themselves yet.">
        {inOrder.map(template => {
          const about = nameOf(held, 'templates', template.id)
          const actions = [
            { words: 'Change', about, press: () => edit?.(templateEdit(held, template)) },
            { words: 'Take out', about, press: () => edit?.(stopTemplateEdit(template, held)) },
          ]
          return <Row key={template.id} name={about} detail={sayTemplate(template)} actions={edit ? actions : []} />
        })}
      </Rows>
      <AddButton press={edit && (() => edit(templateEdit(held)))}>Add a to-do</AddButton>
    </>
  )
}
