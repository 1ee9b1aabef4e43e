import type { PlainDate } from './plainDate.ts'
import { addDays } from './plainDate.ts'
import type { TemplateStep } from './programmeRules.ts'
import type { SupportCase } from './supportCase.ts'
import { beganOn, enquiredOn, going } from './supportCase.ts'
import type { TodayQuestion } from './todayQuestion.ts'
import type { OpenTask } from './taskSchemas.ts'
import { cqcPapers } from './vocabulary.ts'

/** The day of a step that to-dos hang on; undefined while it has not been taken. Of a form that changed it is the first that counts. */
export function stepDay(supportCase: SupportCase, step: TemplateStep): PlainDate | undefined {
  const { idea, constitution, registration, listings } = supportCase
  const before = going(supportCase.support)
  switch (step) {
    case 'enquired':
      return enquiredOn(supportCase.support)
    case 'accepted':
      return before?.state === 'accepted' ? before.acceptedOn : undefined
    case 'idea-agreed':
      return idea.state === 'agreed' ? idea.on : undefined
    case 'constituted':
      return constitution.state === 'constituted' ? (constitution.earlier[0] ?? constitution.present).on : undefined
    case 'application-submitted':
      return registration.state === 'not-begun' ? undefined : registration.moves.findLast(({ to }) => to === 'submitted')?.on
    case 'listed':
      return Object.values(listings)
        .flatMap(listing => (listing.state === 'listed' ? [listing.on] : []))
        .sort()[0]
    case 'trading-began':
      return beganOn(supportCase.trading)
  }
}

/** The to-dos that are still to do: one's own, and those that templates hang on a step. A template's moves when the day of its step moves. */
export function openTasks(supportCase: SupportCase, question: TodayQuestion): OpenTask[] {
  const own = supportCase.tasks
    .filter(({ state }) => state === 'open')
    .map(({ task, about, at, dueOn }): OpenTask => taskReason(supportCase, { task, about, at: at ?? null, on: dueOn, template: false }))
  return [...own, ...templateTasks(supportCase, question)]
}

function templateTasks(supportCase: SupportCase, { rules, templatesFrom }: TodayQuestion): OpenTask[] {
  return rules.templates.flatMap(({ id, after, days }) => {
    const step = stepDay(supportCase, after)
    const from = templatesFrom[id]
    if (!step || supportCase.settledTasks[id] || (from && step < from)) return []
    const on = supportCase.tasksPutOff[id] ?? addDays(step, days)
    return [taskReason(supportCase, { task: id, about: 'other', at: null, on, template: true })]
  })
}

/** What is said of a to-do about CQC: how many papers of the application are not ready, once one is under way. */
function taskReason(
  { registration, papersReady }: SupportCase,
  task: Pick<OpenTask, 'task' | 'about' | 'at' | 'on' | 'template'>,
): OpenTask {
  const counts = task.about === 'cqc' && registration.state !== 'not-begun' && registration.state !== 'registered'
  const papers = counts ? cqcPapers.filter(paper => !papersReady[paper]).length : null
  return { kind: 'task', words: null, papers, ...task }
}
