import { Button, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowResetRegular, FilterRegular } from '@fluentui/react-icons'
import { useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import { legalForms } from '#domain/vocabulary.ts'
import { DayBox } from '#tab/cohorts/DayBox.tsx'
import { pickedWords } from '#tab/cohorts/pickedWords.ts'
import type { Asked, AskedName, FigureDay } from '#tab/cohorts/question.ts'
import { withAsked, withoutAsked } from '#tab/cohorts/question.ts'
import { legalFormLabels } from '#tab/labels.ts'
import { everyArea, useSession } from '#tab/ui/session.ts'
import { phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    columnGap: '12px',
    rowGap: tokens.spacingVerticalS,
    [phone]: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', marginTop: tokens.spacingVerticalM },
  },
  by: { width: '136px', [phone]: { width: 'auto' } },
  day: { width: '128px', [phone]: { width: 'auto' } },
  area: { width: '120px', [phone]: { width: 'auto' } },
  on: { width: '148px', [phone]: { width: 'auto' } },
  known: { width: '196px', [phone]: { width: 'auto', gridColumn: '1 / -1' } },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', [phone]: { height: '44px' } } },
  // On a line with the boxes, below their labels.
  buttons: { display: 'flex', marginTop: '22px', [phone]: { marginTop: 0, gridColumn: '1 / -1' } },
  button: { minWidth: 0 },
  folded: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalM, alignItems: 'center' },
  chosen: { ...typographyStyles.body1Strong, margin: 0 },
  other: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
})

type PickerProps = { asked: Asked; day: FigureDay }

/** Who is counted, and for which day. All of it stands in the address. On a phone it folds into a line of words. */
export function Picker({ asked, day }: PickerProps) {
  const styles = useStyles()
  const { programme } = useSession()
  const [open, setOpen] = useState(false)
  const fields = useId()
  if (useWidth() !== 'phone') return <Fields asked={asked} day={day} />
  const { chosen, other } = pickedWords(asked, day, everyArea(programme))
  return (
    <div>
      <div className={styles.folded}>
        <div>
          <p className={styles.chosen}>{chosen}</p>
          <p className={styles.other}>{other}</p>
        </div>
        <Button icon={<FilterRegular />} aria-expanded={open} aria-controls={fields} onClick={() => setOpen(!open)}>
          Change
        </Button>
      </div>
      <div id={fields} hidden={!open}>
        {open && <Fields asked={asked} day={day} />}
      </div>
    </div>
  )
}

function Fields({ asked, day }: PickerProps) {
  const styles = useStyles()
  const { me, programme } = useSession()
  const [params, setParams] = useSearchParams()
  const [more, setMore] = useState(asked.knownBy !== undefined)
  const ask = (name: AskedName, value: string | undefined): void => setParams(withAsked(params, name, value), { replace: true })
  const { today } = me
  return (
    <div className={styles.row} role="group" aria-label="Who is counted">
      <Field label="Chosen by" size="small" className={styles.by}>
        <Select className={styles.select} value={asked.by} onChange={(_, { value }) => ask('by', value)}>
          <option value="enquiry">Enquiry</option>
          <option value="trading">Trading began</option>
        </Select>
      </Field>
      <div className={styles.day}>
        <DayBox label="From" day={asked.from} onDay={from => ask('from', from)} today={today} placeholder="The start" />
      </div>
      <div className={styles.day}>
        <DayBox label="To" day={asked.to} onDay={to => ask('to', to)} today={today} placeholder="The end" />
      </div>
      {everyArea(programme).length > 1 && (
        <Field label="Area" size="small" className={styles.area}>
          <Select className={styles.select} value={asked.area ?? ''} onChange={(_, { value }) => ask('area', value)}>
            <option value="">All areas</option>
            {everyArea(programme).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field label="Legal form" size="small" className={styles.area}>
        <Select className={styles.select} value={asked.form ?? ''} onChange={(_, { value }) => ask('form', value)}>
          <option value="">Any</option>
          {legalForms.map(form => (
            <option key={form} value={form}>
              {legalFormLabels[form]}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.on}>
        <DayBox label="On" day={day.day} onDay={asAt => ask('asAt', asAt)} today={today} pastOnly />
      </div>
      {more && (
        <div className={styles.known}>
          <DayBox
            label="Using only what we knew by"
            day={asked.knownBy}
            onDay={known => ask('knownBy', known)}
            today={today}
            placeholder="All we know today"
            pastOnly
          />
        </div>
      )}
      <div className={styles.buttons}>
        {!more && (
          <Button appearance="subtle" className={styles.button} onClick={() => setMore(true)}>
            More
          </Button>
        )}
        <Button
          appearance="subtle"
          className={styles.button}
          icon={<ArrowResetRegular />}
          onClick={() => setParams(withoutAsked(params), { replace: true })}
        >
          Reset
        </Button>
      </div>
    </div>
  )
}
