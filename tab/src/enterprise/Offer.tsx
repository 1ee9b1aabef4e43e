import { Link, makeStyles } from '@fluentui/react-components'
import { consortiaOf, latestOf } from '#domain/attributes.ts'
import { purposeLabels } from '#tab/besideLabels.ts'
import { useAboutStyles } from '#tab/enterprise/aboutStyles.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { useCodeNames } from '#tab/settings/codeNames.ts'
import { sayDay, sayHours, sayMoney } from '#tab/ui/say.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  links: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', marginTop: '6px', [phone]: { marginTop: '16px', rowGap: '12px' } },
})

type OfferProps = {
  tracks: Tracks
  /** Opens the form; left out for those who may not record. */
  change: (() => void) | undefined
  /** Records that they joined or left a consortium; left out for those who may not, or where there is none. */
  consortium: ((attribute: 'joined-consortium' | 'left-consortium') => void) | undefined
}

/** What they offer, where, for how much, and how much more they could take on. */
export function Offer({ tracks, change, consortium }: OfferProps) {
  const styles = useAboutStyles()
  const { links } = useStyles()
  const nameOf = useCodeNames()
  const { services, purposes, areasServed, price, attributes } = tracks
  const consortia = consortiaOf(attributes)
  const spare = latestOf(attributes, 'spare-hours')
  const rows = [
    { name: 'Offers', value: services.map(code => nameOf('services', code)).join(', ') },
    { name: 'For', value: purposes.map(purpose => purposeLabels[purpose]).join(', ') },
    { name: 'Works in', value: areasServed.map(code => nameOf('areas', code)).join(', ') },
    { name: 'Usual price', value: price ? `${sayMoney(price.pencePerHour)} an hour, since ${sayDay(price.since)}` : '' },
    { name: 'Could take', value: spare?.value === undefined ? '' : `${sayHours(spare.value)} more hours a week, on ${sayDay(spare.on)}` },
    {
      name: 'Consortium',
      value: consortia.map(code => nameOf('consortia', code)).join(', '),
    },
  ].filter(({ value }) => value !== '')
  const press = rows.length > 0 ? 'Change' : 'Add it'
  return (
    <section aria-labelledby="offer">
      <div className={styles.head}>
        <h2 id="offer" className={styles.heading}>
          What they offer
        </h2>
        {change && (
          <Link as="button" type="button" className={styles.link} aria-label={`${press}: what they offer`} onClick={change}>
            {press}
          </Link>
        )}
      </div>
      {rows.length === 0 && <p className={styles.words}>Nothing on record yet.</p>}
      <dl className={styles.list}>
        {rows.map(({ name, value }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      {consortium && (
        <div className={links}>
          <Link as="button" type="button" className={styles.link} onClick={() => consortium('joined-consortium')}>
            They joined a consortium
          </Link>
          {consortia.length > 0 && (
            <Link as="button" type="button" className={styles.link} onClick={() => consortium('left-consortium')}>
              They left one
            </Link>
          )}
        </div>
      )}
    </section>
  )
}
