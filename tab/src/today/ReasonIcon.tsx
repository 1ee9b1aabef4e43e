import {
  ClipboardPulseRegular,
  CallRegular,
  ClockRegular,
  HourglassRegular,
  LocationRegular,
  MailUnreadRegular,
  MoneyRegular,
  PersonSwapRegular,
  ShieldErrorRegular,
  TaskListLtrRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { Reason, ReasonKind } from '#domain/todaySchemas.ts'

const icons = {
  task: <TaskListLtrRegular fontSize={20} />,
  enquiry: <MailUnreadRegular fontSize={20} />,
  privacy: <MailUnreadRegular fontSize={20} />,
  'check-in': <CallRegular fontSize={20} />,
  numbers: <CallRegular fontSize={20} />,
  check: <ShieldErrorRegular fontSize={20} />,
  'cqc-check': <ClipboardPulseRegular fontSize={20} />,
  'cqc-notice': <HourglassRegular fontSize={20} />,
  'with-cqc': <HourglassRegular fontSize={20} />,
  'grant-unpaid': <MoneyRegular fontSize={20} />,
  'grant-sent-back': <MoneyRegular fontSize={20} />,
  'grant-receipts': <MoneyRegular fontSize={20} />,
  change: <TaskListLtrRegular fontSize={20} />,
  handover: <PersonSwapRegular fontSize={20} />,
  silent: <CallRegular fontSize={20} />,
  stuck: <ClockRegular fontSize={20} />,
} satisfies Record<ReasonKind, ReactElement>

/** The kind of thing, before its words. It repeats what the words say. */
export function ReasonIcon({ reason }: { reason: Reason }) {
  if (reason.kind === 'task' && reason.about === 'visit') return <LocationRegular fontSize={20} aria-hidden />
  if (reason.kind === 'task' && reason.about === 'next-contact') return <CallRegular fontSize={20} aria-hidden />
  return icons[reason.kind]
}
