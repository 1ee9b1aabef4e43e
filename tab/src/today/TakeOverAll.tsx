import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { PlainDate } from '#domain/plainDate.ts'
import type { TodayRow } from '#domain/todaySchemas.ts'
import { todayWords } from '#tab/todayLabels.ts'
import { useReturnFocus } from '#tab/ui/useReturnFocus.ts'
import { phone } from '#tab/ui/widths.ts'

const TakeOverMany = lazy(() => import('#tab/many/TakeOverMany.tsx'))

const useStyles = makeStyles({
  line: {
    ...typographyStyles.body1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 16px',
    margin: '0 0 16px',
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  words: { margin: 0, flex: '1 1 auto' },
  button: { [phone]: { minHeight: '44px' } },
})

const isAsked = ({ reasons }: TodayRow): boolean => reasons.some(({ kind }) => kind === 'handover')

/** A colleague's whole caseload is one question, and not forty: where several are offered, they are answered in one go. */
export default function TakeOverAll({ rows, today }: { rows: readonly TodayRow[]; today: PlainDate }) {
  const styles = useStyles()
  const [answered, setAnswered] = useState<readonly TodayRow[]>()
  const rememberOpener = useReturnFocus(answered !== undefined)
  const asked = rows.filter(isAsked)
  const open = (): void => {
    rememberOpener()
    setAnswered(asked)
  }
  return (
    <>
      {asked.length > 1 && (
        <div className={styles.line}>
          <p className={styles.words}>
            {todayWords.askedToTakeOver} {asked.length} enterprises.
          </p>
          <Button className={styles.button} onClick={open}>
            {todayWords.answerForAll}
          </Button>
        </div>
      )}
      <Suspense>{answered && <TakeOverMany rows={answered} today={today} close={() => setAnswered(undefined)} />}</Suspense>
    </>
  )
}
