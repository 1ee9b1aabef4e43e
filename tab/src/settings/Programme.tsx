import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { Link } from 'react-router'
import { routes } from '#tab/routes.ts'
import { programmeEdit } from '#tab/settings/programmeEdit.ts'
import { ChangeButton, Row, Rows } from '#tab/settings/Section.tsx'
import { useMemberOptions } from '#tab/settings/useMembers.ts'
import { useSettingsView } from '#tab/settings/view.ts'
import { followUpLabels, settingsWords } from '#tab/settingsLabels.ts'
import { sayDay, sayMoney } from '#tab/ui/say.ts'

const useStyles = makeStyles({
  after: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalS} 0 0` },
  link: { color: tokens.colorBrandForegroundLink, padding: '2px 0' },
  money: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalS} 0 0`, color: tokens.colorStatusWarningForeground2 },
})

/** Period, cost, and who makes the check-ins after the money ends. */
export function Programme() {
  const styles = useStyles()
  const { held, edit } = useSettingsView()
  const members = useMemberOptions()
  const { names, period, costPence, followUpUntil, followUpBy } = held
  const ringer = followUpBy === 'nobody' ? followUpLabels.nobody : (names.followUpOwner ?? followUpLabels[followUpBy])
  const rows = [
    [settingsWords.name, names.name],
    [settingsWords.moneyBegins, sayDay(period.from)],
    [settingsWords.moneyEnds, sayDay(period.to)],
    [settingsWords.costInAll, sayMoney(costPence)],
    [settingsWords.ringUntil, followUpUntil ? sayDay(followUpUntil) : 'No day yet'],
    [settingsWords.ringsThem, ringer],
  ] as const
  return (
    <>
      <Rows>
        {rows.map(([name, value]) => (
          <Row key={name} name={name} value={value} />
        ))}
      </Rows>
      {followUpBy === 'nobody' && (
        <p className={styles.money}>Your money ends on {sayDay(period.to)}. Most two-year check-ins come after that. Who will ring them?</p>
      )}
      <p className={styles.after}>
        <Link className={styles.link} to={routes.afterFunding}>
          See what comes after the money
        </Link>
      </p>
      <ChangeButton press={edit && (() => edit(programmeEdit(held, members)))}>Change the programme</ChangeButton>
    </>
  )
}
