import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { Link as RouterLink } from 'react-router'
import type { MaybeSame } from '#domain/wireSchemas.ts'
import { askIfSame, cannotOpen, knownAlready, sayMaybeSame } from '#tab/enquiry/duplicateWords.ts'
import { routes } from '#tab/routes.ts'

const useStyles = makeStyles({ bar: { marginBottom: '24px' }, link: { color: 'inherit', padding: '4px 0' } })

/** Said once, on coming from an enquiry that was just saved: another copy may have come in while this one was typed. */
export function MaybeKnown({ maybeSame }: { maybeSame: readonly MaybeSame[] }) {
  const styles = useStyles()
  if (maybeSame.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{knownAlready}.</MessageBarTitle>
        {maybeSame.map(each => (
          <span key={each.reference}>
            {' '}
            {sayMaybeSame(each)}{' '}
            {each.id === null ? (
              cannotOpen
            ) : (
              <>
                {askIfSame}{' '}
                <RouterLink className={styles.link} to={routes.enterprise(each.id)}>
                  Open {each.reference}
                </RouterLink>
              </>
            )}
          </span>
        ))}
      </MessageBarBody>
    </MessageBar>
  )
}
