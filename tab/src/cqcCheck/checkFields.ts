import { formOn } from '#domain/cohortMembers.ts'
import type { CqcAnswersSoFar, CqcQuestion } from '#domain/cqcCheck.ts'
import { answersAsked, cqcQuestions, knownForCheck, questionsAsked } from '#domain/cqcCheck.ts'
import type { CqcAnswers } from '#domain/cqcCheckSchemas.ts'
import { reScoping } from '#domain/milestones.ts'
import type { PlainDate } from '#domain/plainDate.ts'
import type { SupportCase } from '#domain/supportCase.ts'
import { legalForms } from '#domain/vocabulary.ts'
import { checkWords, cqcQuestionLabels, nationLabels, takenOnHint, takenOnLabels, yesNoSureLabels } from '#tab/cqcLabels.ts'
import { legalFormLabels } from '#tab/labels.ts'
import type { Words } from '#tab/ui/drafts.ts'
import type { Field, FieldOption } from '#tab/ui/fields.ts'
import { sayDay } from '#tab/ui/say.ts'

/** The CQC check as a form: each question is a box that is asked only while the answers so far make it a question. */

const optionsIn = (labels: Readonly<Record<string, string>>): FieldOption[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const yesNoSure = optionsIn(yesNoSureLabels)
const formOptions = [...legalForms.map(form => ({ value: form, label: legalFormLabels[form] })), { value: 'not-sure', label: 'Not sure' }]

/** Boxes that are no questions of the check: where they work, when one asked, since when it is true, and how one knows. */
export const besideNames = ['nation', 'happenedOn', 'trueFrom', 'note'] as const

const isQuestion = (name: string): name is CqcQuestion => (cqcQuestions as readonly string[]).includes(name)

/** The answers among what was typed. */
export const answersIn = (words: Words): CqcAnswersSoFar =>
  Object.fromEntries(Object.entries(words).filter(([name, text]) => isQuestion(name) && text !== ''))

/** A question's options. Nothing is chosen beforehand. */
function fieldOf(question: CqcQuestion): Field {
  const common = {
    name: question,
    label: cqcQuestionLabels[question],
    when: (words: Words) => questionsAsked(answersIn(words)).includes(question),
  }
  if (question === 'form') return { ...common, kind: 'list', options: formOptions }
  if (question === 'takenOnBy') return { ...common, kind: 'choice', hint: takenOnHint, options: optionsIn(takenOnLabels) }
  return { ...common, kind: 'choice', options: yesNoSure }
}

export const checkFields: readonly Field[] = [
  ...cqcQuestions.map(fieldOf),
  { kind: 'choice', name: 'nation', label: checkWords.nation, options: optionsIn(nationLabels) },
  { kind: 'day', name: 'happenedOn', label: checkWords.askedOn },
  { kind: 'day', name: 'trueFrom', label: checkWords.trueFrom },
  { kind: 'line', name: 'note', label: checkWords.howKnown, most: 500, optional: true },
]

/** What stands in the form before anything is typed: what the record knows, and nothing else. A check that is written down later has the form of its day. */
export function startOf(tracks: SupportCase, today: PlainDate, askedOn: PlainDate = today): Words {
  const raisedOn = reScoping(tracks, today)?.raisedBy.map(({ on }) => on) ?? []
  const since = raisedOn.findLast(on => on <= askedOn) ?? askedOn
  const onRecord = knownForCheck(tracks)
  const known = Object.entries({ ...onRecord, form: formOn(tracks.constitution, askedOn) ?? onRecord.form })
  const answers = Object.fromEntries(known.filter(([, answer]) => answer !== undefined)) as Words
  return { ...answers, nation: 'england', happenedOn: sayDay(today), trueFrom: sayDay(since) }
}

/**
 * The last check's answers, for one tap where nothing has changed: only where its twelve months are over and the record knows of no change.
 * What was not sure then is asked again, and what the record knows stands in the form already.
 */
export function sameAnswers(tracks: SupportCase, today: PlainDate): Words | undefined {
  const { scoping } = tracks
  const again = reScoping(tracks, today)
  if (!again || again.raisedBy.length > 0 || scoping.state !== 'recorded' || !scoping.answers) return undefined
  const { version: _version, ...answers } = scoping.answers
  const known = startOf(tracks, today)
  return Object.fromEntries(Object.entries(answers).filter(([name, answer]) => answer !== 'not-sure' && known[name] === undefined))
}

/** The answers as they are recorded: those to what was asked. */
export const recordedAnswers = (answers: CqcAnswersSoFar): CqcAnswers => ({ version: 1, ...answersAsked(answers) }) as CqcAnswers
