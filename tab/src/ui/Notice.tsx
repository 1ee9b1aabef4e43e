import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { PlugDisconnectedRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Failure } from '#tab/api.ts'
import { routes } from '#tab/routes.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  notice: { marginTop: '48px', maxWidth: '640px' },
  icon: { fontSize: '40px', lineHeight: 0, marginLeft: '-4px', color: tokens.colorNeutralForeground3 },
  heading: { ...typographyStyles.subtitle1, margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}` },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0 },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalL,
    [phone]: { flexDirection: 'column', '& > *': { minHeight: '44px' } },
  },
})

type NoticeProps = {
  icon?: ReactNode
  /** Left out where the page's title says it. */
  heading?: string | undefined
  /** There is no other title on the page. */
  alone?: boolean
  children: ReactNode
  actions?: ReactNode
}

/** A page's one message: an icon, a heading, a sentence, and what to do. Left aligned: the eye is there already. */
export function Notice({ icon, heading, alone, children, actions }: NoticeProps) {
  const styles = useStyles()
  const Heading = alone ? 'h1' : 'h2'
  return (
    <section className={heading ? styles.notice : styles.words}>
      {icon && <div className={styles.icon}>{icon}</div>}
      {heading && <Heading className={styles.heading}>{heading}</Heading>}
      <p className={styles.words}>{children}</p>
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}

/** The same words whether it is forbidden or not there. */
export function NotShown({ titled = false }: { titled?: boolean }) {
  const navigate = useNavigate()
  return (
    <Notice
      heading={titled ? undefined : 'We cannot show you this'}
      actions={<Button onClick={() => void navigate(routes.enterprises)}>Back to the enterprises</Button>}
    >
      It may be in another programme, or the link may be old. If you think you should see it, ask the lead.
    </Notice>
  )
}

/** What is wrong, as far as it helps the person who sees it. */
export function WentWrong({ failure, retry, alone = false }: { failure: Failure; retry: () => void; alone?: boolean }) {
  const { heading, words } = wordsOf(failure)
  return (
    <Notice
      icon={<PlugDisconnectedRegular />}
      heading={heading}
      alone={alone}
      actions={
        <Button appearance="primary" onClick={retry}>
          Try again
        </Button>
      }
    >
      {words}
    </Notice>
  )
}

function wordsOf(failure: Failure): { heading: string; words: string } {
  switch (failure.kind) {
    case 'no-signal':
      return { heading: 'No signal', words: 'We could not reach the casebook. Look at your connection, then try again.' }
    case 'busy':
      return { heading: 'The casebook is busy', words: 'What you typed is safe. Please try again in a moment.' }
    case 'signed-out':
      return { heading: 'Please sign in again', words: 'What you typed is safe.' }
    case 'not-shown':
    case 'changed':
    case 'broken':
      return {
        heading: 'That did not work, and it is our fault',
        words: `What you typed is safe. ${quote(failure.kind === 'broken' ? failure.code : '')}`,
      }
    case 'refused':
      return { heading: 'That did not work', words: failure.problem.detail }
  }
}

const quote = (code: string): string => (code === '' ? 'Please try again.' : `Try again, or tell us this code: ${code}.`)
