import { useRef } from 'react'
import { leftPicture } from '#domain/leftMarks.ts'
import { keptPence, setAsidePence } from '#domain/grants.ts'
import type { GrantAnswer } from '#domain/potSchemas.ts'
import { PictureView } from '#tab/charts/PictureView.tsx'
import { useElementWidth } from '#tab/charts/useElementWidth.ts'
import { useGrantStyles } from '#tab/fund/grant/grantStyles.ts'
import { leftWords } from '#tab/fund/grant/standingWords.ts'
import { sayMoney } from '#tab/ui/say.ts'

/** What the fund has left with this grant in it, in a sentence and as a bar. */
export function LeftBar({ answer }: { answer: GrantAnswer }) {
  const styles = useGrantStyles()
  const room = useRef<HTMLDivElement>(null)
  const width = useElementWidth(room)
  const grant = answer.grant
  const { balance } = answer.pot
  const [aside, kept] = [setAsidePence(grant), keptPence(grant)]
  const own = grant.decided ? aside + kept : grant.pence
  const left = Math.max(0, grant.decided ? balance.available : answer.leftIfGrantedPence)
  const others = balance.paid - balance.returned - balance.recovered - kept
  const title = leftWords(answer)
  const data = { paid: others, setAside: balance.setAside - aside, thisOne: own, left }
  const words = { thisOne: `this grant ${sayMoney(own)}`, left: `left ${sayMoney(left)}` }
  const description = `Of ${sayMoney(balance.putIn)}, ${sayMoney(others)} is paid to others and ${sayMoney(data.setAside)} is set aside for them.`
  return (
    <section className={styles.part} aria-labelledby="grant-left">
      <h2 id="grant-left" className={styles.heading}>
        {title}
      </h2>
      <div ref={room} style={{ minHeight: '46px' }}>
        {width !== undefined && (
          <PictureView picture={leftPicture(data, words, { width, f: 12 })} title={title} description={description} />
        )}
      </div>
    </section>
  )
}
