import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { BringingStep, BrokenOffStep, DoneStep } from '#tab/import/BringStep.tsx'
import { CheckStep } from '#tab/import/CheckStep.tsx'
import { ChooseStep } from '#tab/import/ChooseStep.tsx'
import type { CheckState, ImportDesk, ImportState } from '#tab/import/importDesk.ts'
import { beginWords } from '#tab/import/importSentences.ts'
import { rowsReady } from '#tab/import/progress.ts'
import { Steps } from '#tab/import/Steps.tsx'
import { useImport } from '#tab/import/useImport.ts'
import { routes } from '#tab/routes.ts'
import { NotShown } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { useSession } from '#tab/ui/session.ts'
import { phone, short, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  // Over the navigation on a phone, so that what comes next is always in reach.
  bar: {
    [phone]: {
      position: 'fixed',
      left: 0,
      right: 0,
      bottom: '56px',
      zIndex: 1,
      padding: '8px 16px',
      backgroundColor: tokens.colorNeutralBackground1,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gap: tokens.spacingHorizontalS,
      '& > *': { minHeight: '44px', minWidth: 0 },
    },
    [short]: { position: 'static', padding: '8px 0' },
  },
  button: { whiteSpace: 'nowrap', minWidth: 0, [phone]: { whiteSpace: 'normal', paddingLeft: '8px', paddingRight: '8px' } },
})

const placeOf = { choose: 0, check: 1, bringing: 2, 'broken-off': 2, done: 3 } satisfies Record<ImportState['step'], number>

/** Bring in a spreadsheet: choose it, check it, bring it in. Nothing is saved until somebody says so. */
export default function ImportPage() {
  const { may } = useSession()
  return may('import') ? <Steered /> : <Forbidden />
}

const parents = [{ label: 'Enterprises', to: routes.enterprises }]

function Forbidden() {
  return (
    <Page title="Bring in a spreadsheet" parents={parents}>
      <NotShown />
    </Page>
  )
}

function Steered() {
  const styles = useStyles()
  const { desk, state } = useImport()
  const isPhone = useWidth() === 'phone'
  const buttons = state.step === 'check' ? <Buttons state={state} desk={desk} /> : undefined
  return (
    <Page title="Bring in a spreadsheet" parents={parents} actions={isPhone ? undefined : buttons} barBelow={buttons !== undefined}>
      <Steps at={placeOf[state.step]} />
      <Step desk={desk} state={state} />
      {isPhone && buttons && <div className={styles.bar}>{buttons}</div>}
    </Page>
  )
}

function Step({ desk, state }: { desk: ImportDesk; state: ImportState }) {
  switch (state.step) {
    case 'choose':
      return <ChooseStep fault={state.fault} reading={state.reading} choose={file => void desk.choose(file)} />
    case 'check':
      return <CheckStep state={state} desk={desk} />
    case 'bringing':
      return <BringingStep state={state} stop={() => desk.stop()} />
    case 'broken-off':
      return <BrokenOffStep state={state} goOn={() => void desk.goOn()} />
    case 'done':
      return <DoneStep state={state} />
  }
}

function Buttons({ state, desk }: { state: CheckState; desk: ImportDesk }) {
  const styles = useStyles()
  const { report, checking } = state
  const ready = rowsReady(report)
  const primary = (
    <Button
      key="begin"
      appearance="primary"
      className={styles.button}
      disabledFocusable={checking.busy || ready === 0}
      onClick={() => void desk.begin()}
    >
      {beginWords(ready, report.refused)}
    </Button>
  )
  const other = (
    <Button key="other" className={styles.button} onClick={() => desk.otherFile()}>
      Other file
    </Button>
  )
  return useWidth() === 'phone' ? [primary, other] : [other, primary]
}
