import {
  BuildingShopRegular,
  CallRegular,
  CheckmarkCircleRegular,
  ClipboardTaskRegular,
  DataBarVerticalRegular,
  DoorArrowRightRegular,
  MoneyRegular,
  PauseCircleRegular,
  PersonAddRegular,
  ShieldTaskRegular,
} from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { HappeningKind } from '#domain/facts.ts'

const call = <CallRegular fontSize={20} />
const person = <PersonAddRegular fontSize={20} />
const step = <CheckmarkCircleRegular fontSize={20} />
const shop = <BuildingShopRegular fontSize={20} />
const clipboard = <ClipboardTaskRegular fontSize={20} />
const money = <MoneyRegular fontSize={20} />
const numbers = <DataBarVerticalRegular fontSize={20} />
const pause = <PauseCircleRegular fontSize={20} />
const shield = <ShieldTaskRegular fontSize={20} />
const door = <DoorArrowRightRegular fontSize={20} />

const icons = {
  enquired: person,
  accepted: step,
  'advised-only': step,
  declined: door,
  assigned: person,
  'idea-agreed': step,
  'form-chosen': clipboard,
  constituted: clipboard,
  scoped: clipboard,
  'registration-moved': clipboard,
  'grant-recommended': money,
  'grant-assessed': money,
  'grant-sent-back': money,
  'grant-turned-down': money,
  'grant-decided': money,
  'grant-offered': money,
  'grant-accepted': money,
  'grant-verified': money,
  'grant-paid': money,
  'grant-evidence-seen': money,
  'grant-returned': money,
  'grant-asked-back': money,
  'grant-clawed-back': money,
  'grant-written-off': money,
  'grant-closed': money,
  'trading-began': shop,
  'check-in-answered': call,
  'check-in-missed': call,
  'care-return': numbers,
  contact: call,
  paused: pause,
  resumed: shop,
  stopped: door,
  'left-sight': door,
  reopened: shop,
  'price-set': money,
  'services-offered': shop,
  'areas-served': shop,
  'check-seen': shield,
  'told-privacy': person,
  'permission-given': person,
  'permission-ended': person,
  'members-counted': numbers,
  'ownership-classed': clipboard,
  'paper-ready': clipboard,
  changed: step,
  'signed-off': shield,
  'sign-off-ended': shield,
  listed: shop,
  delisted: door,
  'gate-overruled': shield,
  'training-needed': clipboard,
  'training-done': step,
  attribute: step,
  'task-set': clipboard,
  'task-done': step,
  'task-put-off': pause,
  'put-off': pause,
  'handover-offered': person,
  'handover-declined': person,
  'document-linked': clipboard,
  'interest-declared': person,
  'merged-into': door,
} satisfies Record<HappeningKind, ReactElement>

/** What an entry is about, at a glance; its words say the same. */
export const EntryIcon = ({ kind }: { kind: HappeningKind }): ReactElement => icons[kind]
