import type { Task } from './besides.ts'
import type { Happening, TaskKind } from './facts.ts'
import type { Step } from './fold.ts'
import type { SupportCase } from './supportCase.ts'
import { adding, having } from './having.ts'

/** To-dos: set, done, put off. A to-do of a template is worked out from its step, so that only its end is recorded. */
export function foldTasks(before: SupportCase, fact: Happening<TaskKind>): Step {
  const { happenedOn: on } = fact
  switch (fact.kind) {
    case 'task-set': {
      const { task, about, dueOn, at, textId } = fact.data
      const set: Task = { task, about, setOn: on, setBy: fact.recordedBy, dueOn, at, state: 'open', on: undefined, textId }
      // One next contact is enough: the later one is what was agreed.
      const others = about === 'next-contact' ? before.tasks.map(each => overtaken(each, fact)) : before.tasks
      return { next: having(before, { tasks: adding(others, set) }) }
    }
    case 'task-done': {
      const { task, dropped = false } = fact.data
      const settled: Task['state'] = dropped ? 'dropped' : 'done'
      return {
        next: having(before, {
          tasks: before.tasks.map(each => (each.task === task ? { ...each, state: settled, on } : each)),
          settledTasks: { ...before.settledTasks, [task]: { on, dropped, factId: fact.id } },
        }),
      }
    }
    case 'task-put-off': {
      const { task, until } = fact.data
      if (!before.tasks.some(each => each.task === task)) {
        return { next: having(before, { tasksPutOff: { ...before.tasksPutOff, [task]: until } }) }
      }
      return { next: having(before, { tasks: before.tasks.map(each => (each.task === task ? { ...each, dueOn: until } : each)) }) }
    }
  }
}

const overtaken = (task: Task, { happenedOn }: Happening): Task =>
  task.about === 'next-contact' && task.state === 'open' ? { ...task, state: 'superseded', on: happenedOn } : task

/** A to-do about CQC with a time of day is the interview that was planned: once it was held, it is done. */
export const isInterview = ({ about, at, state }: Task): boolean => about === 'cqc' && at !== undefined && state === 'open'

/** The interview was held. */
export const settleInterview = (tasks: readonly Task[], on: Task['on']): Task[] =>
  tasks.map(task => (isInterview(task) ? { ...task, state: 'done', on } : task))

/** Whoever was reached has been spoken to: the next contact that was promised is done. */
export function settleNextContact(next: SupportCase, { happenedOn }: Happening<'contact'>): SupportCase {
  const isPromised = (task: Task): boolean => task.about === 'next-contact' && task.state === 'open' && task.setOn <= happenedOn
  if (!next.tasks.some(isPromised)) return next
  return having(next, { tasks: next.tasks.map(task => (isPromised(task) ? { ...task, state: 'done', on: happenedOn } : task)) })
}
