import type { CqcQuestion, PlainAnswer, Says } from '#domain/cqcCheck.ts'
import type { Raise } from '#domain/supportCase.ts'

/** Words for the CQC check and the application. A code without words does not compile. */

export const cqcQuestionLabels = {
  personalCare:
    'Will they help anyone to wash, dress, eat, drink, use the toilet, or care for their teeth, hair, skin or nails? Or remind and watch someone who cannot decide to do it alone?',
  otherActivity: 'Will they nurse or treat anyone, or give them a home that comes with care?',
  unableThemselves: 'Do they need it because they are old, ill or disabled?',
  whereTheyLive: 'Is it given where the person lives?',
  onePersonGivesAll: 'Does one person give all the care, with nobody helping or standing in?',
  takenOnBy: 'Who takes the carer on?',
  inCharge: 'Is the person, or their attorney, fully in charge of the care?',
  agencyStays: 'Does an agency or website stay involved?',
  onlyIntroduces: 'Do they only put people in touch, and have no say after that?',
  form: 'How are they set up, or how will they be?',
  commissioned: 'Does the council or NHS buy any of it by contract?',
  children: 'Do they care for any children?',
} satisfies Record<CqcQuestion, string>

export const takenOnLabels = {
  person: 'The person',
  attorney: 'Their attorney',
  'other-family': 'Other family',
  'council-or-nhs': 'Council or NHS',
  agency: 'Agency',
  'not-sure': 'Not sure',
} as const

export const takenOnHint = 'For a child, a parent counts as the attorney. So does a trust set up for one person.'

export const yesNoSureLabels = { yes: 'Yes', no: 'No', 'not-sure': 'Not sure' } as const

/** What we are not sure about, as it follows "We are not sure about:". */
export const notSureLabels = {
  personalCare: 'if it is personal care',
  otherActivity: 'nursing, treatment or a home with care',
  unableThemselves: 'why people need it',
  whereTheyLive: 'where it is given',
  onePersonGivesAll: 'how many people give the care',
  takenOnBy: 'who takes the carer on',
  inCharge: 'who is in charge of the care',
  agencyStays: 'the agency or website that stays',
  onlyIntroduces: 'what they do after they put people in touch',
  form: 'how they are set up',
  commissioned: 'work for the council or NHS',
  children: 'care for children',
} satisfies Record<CqcQuestion, string>

/** What an answer says, as a reason for the outcome. */
export const reasonLabels: Readonly<Record<CqcQuestion, Partial<Record<Says, string>>>> = {
  personalCare: { outside: 'they give no personal care', within: 'they give personal care' },
  otherActivity: { other: 'they nurse, treat, or give a home with care', fits: 'no nursing, treatment or home with care' },
  unableThemselves: { outside: 'nobody needs it because they are old, ill or disabled' },
  whereTheyLive: { outside: 'it is not given where people live' },
  onePersonGivesAll: { fits: 'one person gives all the care', against: 'more than one person gives care' },
  takenOnBy: {
    fits: 'the person, or their attorney, takes the carer on',
    against: 'the council or NHS takes the carer on',
    unclear: 'only CQC can say if that will do',
  },
  inCharge: { fits: 'the person is in charge of the care', against: 'the person is not fully in charge of the care' },
  agencyStays: { fits: 'no agency or website stays on', unclear: 'an agency or website stays on' },
  onlyIntroduces: { introduces: 'they only put people in touch', against: 'they do more than put people in touch' },
  form: { fits: 'they are self-employed', against: 'they are not one self-employed person' },
  commissioned: { fits: 'no council or NHS contract', against: 'the council or NHS buys it by contract' },
  children: { fits: 'no care for children', unclear: 'they care for children' },
}

export const plainAnswerLabels = {
  'not-personal-care': 'Not personal care',
  'probably-not-needed': 'Probably not needed',
  'must-register': 'Must register',
  'ask-cqc': 'Ask CQC',
} satisfies Record<PlainAnswer, string>

/** Each of the four answers in a sentence or two. */
export const plainAnswerWords = {
  'not-personal-care': 'On these answers this is not personal care. They do not need to register with CQC for it.',
  'one-person': 'They probably do not need to register. One person gives all the care, and the person they help is in charge of it.',
  introduces: 'They probably do not need to register. They only put people in touch, and have no say after that.',
  'must-register': 'They must register with CQC before they give this care.',
  'ask-cqc': 'We are not sure about:',
} as const

/** Under all four answers. */
export const guideWords = 'This is a guide. CQC decides. It is a crime to give personal care without the registration it needs.'

export const nationLabels = { england: 'England', wales: 'Wales', scotland: 'Scotland', 'northern-ireland': 'Northern Ireland' } as const

/** What the record knows, in the one line that says it. */
export const knownLabels = {
  'commissioned yes': 'a council or NHS contract',
  'commissioned no': 'no council or NHS contract',
  'children yes': 'care for children',
  'children no': 'no care for children',
} as const

/** Whom to ask outside England. Nothing more is asked there, and nothing is kept. */
export const otherNations = {
  wales: 'Care Inspectorate Wales',
  scotland: 'the Care Inspectorate',
  'northern-ireland': 'the RQIA',
} as const

export const checkWords = {
  first: 'First two questions',
  firstHint: 'Two answers of No end the check.',
  everyone: 'For every person they help',
  everyoneHint: 'If it differs between people, give the least safe answer.',
  known: 'Known from the record',
  askedOn: 'When did you ask?',
  trueFrom: 'Since when is all this true?',
  nation: 'Where do they work?',
  howKnown: 'How do you know?',
  notYet: 'No answer yet',
  notYetWords: 'Answer the first two questions.',
  same: 'Nothing has changed',
  sign: 'Sign the check',
  signMissing: 'Tick this to sign.',
} as const

/** What raised the check again, as a sentence; its day follows. */
export const raiseLabels = {
  'took-someone-on': 'They took on a second worker',
  'found-cover': 'They found someone to stand in',
  'changed-form': 'They changed how they are set up',
  'began-personal-care': 'They began to give personal care',
  'took-council-work': 'They took work from the council or NHS',
  'second-place': 'They began to work from a second place',
  'who-decides': 'Someone else now decides for a person they help',
  'new-form': 'They are not self-employed any more',
  'more-people': 'Two or more people work in it',
  'personal-care': 'They began to give personal care',
  'council-contract': 'The council buys care by contract',
} satisfies Record<Exclude<Raise['because'], 'changed'>, string> & Readonly<Record<string, string>>

/** What must wait until the check is done again. */
export const waitLabels = {
  'took-someone-on': 'Ask again before the new worker gives any personal care.',
  'found-cover': 'Ask again before anyone stands in.',
  others: 'Ask again before they give any more personal care.',
} as const
