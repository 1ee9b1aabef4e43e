import { Link, makeStyles } from '@fluentui/react-components'
import type { PlainDate } from '#domain/plainDate.ts'
import { useAboutStyles } from '#tab/enterprise/aboutStyles.ts'
import { alsoKnown } from '#tab/enterprise/alsoKnown.ts'
import type { Tracks } from '#tab/enterprise/tracks.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  links: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', marginTop: '6px', [phone]: { marginTop: '16px', rowGap: '12px' } },
  value: { display: 'block' },
})

type AlsoKnownProps = {
  tracks: Tracks
  today: PlainDate
  /** Opens the form for one more; left out for those who may not record. */
  add: ((kind: 'tell-attribute' | 'need-training' | 'finish-training') => void) | undefined
}

/** What else is on record: training, languages, a rating, money from others. */
export function AlsoKnown({ tracks, today, add }: AlsoKnownProps) {
  const styles = useAboutStyles()
  const own = useStyles()
  const rows = alsoKnown(tracks, today)
  if (rows.length === 0 && !add) return null
  const waits = Object.values(tracks.training).some(({ neededOn, doneOn }) => neededOn !== undefined && doneOn === undefined)
  return (
    <section aria-labelledby="also-known">
      <h2 id="also-known" className={styles.heading}>
        Also on record
      </h2>
      {rows.length === 0 && <p className={styles.words}>Nothing yet. Languages, training or money won can stand here.</p>}
      <dl className={styles.list}>
        {rows.map(({ name, values }) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>
              {values.map(value => (
                <span key={value} className={own.value}>
                  {value}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {add && (
        <div className={own.links}>
          <Link as="button" type="button" className={styles.link} onClick={() => add('tell-attribute')}>
            Add a detail
          </Link>
          <Link as="button" type="button" className={styles.link} onClick={() => add('need-training')}>
            Training needed
          </Link>
          {waits && (
            <Link as="button" type="button" className={styles.link} onClick={() => add('finish-training')}>
              Training done
            </Link>
          )}
        </div>
      )}
    </section>
  )
}
