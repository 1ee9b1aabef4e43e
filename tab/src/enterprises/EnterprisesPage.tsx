import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import {
  AddRegular,
  ArrowUploadRegular,
  CallRegular,
  HourglassRegular,
  MoreHorizontalRegular,
  OrganizationRegular,
  PeopleCommunityRegular,
  PeopleTeamRegular,
  PersonQuestionMarkRegular,
} from '@fluentui/react-icons'
import { lazy, Suspense } from 'react'
import { useNavigate } from 'react-router'
import { EnterpriseList } from '#tab/enterprises/EnterpriseList.tsx'
import { NothingYet } from '#tab/enterprises/ListNotices.tsx'
import { ListSkeleton } from '#tab/enterprises/ListSkeleton.tsx'
import { useListMemory } from '#tab/enterprises/listMemory.ts'
import { useCases } from '#tab/enterprises/useCases.ts'
import { routes } from '#tab/routes.ts'
import { Notice } from '#tab/ui/Notice.tsx'
import { Page } from '#tab/ui/Page.tsx'
import { Remote } from '#tab/ui/Remote.tsx'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const MoneyEnds = lazy(() => import('#tab/followUp/MoneyEnds.tsx'))

const useStyles = makeStyles({
  action: { whiteSpace: 'nowrap', [phone]: { minHeight: '44px' } },
  more: { minWidth: '32px', [phone]: { minWidth: '44px', minHeight: '44px' } },
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
})

/** Everyone the programme works with, at a glance: who is late, who is silent, who is stuck. */
export default function EnterprisesPage() {
  const { may } = useSession()
  const memory = useListMemory()
  if (!may('cases.read')) {
    return (
      <Page title="Enterprises">
        <Notice heading="There is no list for you here">
          Your role does not open single records. If you think it should, ask the lead.
        </Notice>
      </Page>
    )
  }
  return (
    <Page title="Enterprises" actions={<Actions />} tabsFollow keepFocus={memory.opened !== undefined}>
      <Suspense>{may('programmes.close') && <MoneyEnds />}</Suspense>
      <List />
    </Page>
  )
}

function List() {
  const cases = useCases()
  return (
    <Remote
      query={cases}
      waitingFor="Loading your enterprises"
      skeleton={<ListSkeleton />}
      called="list"
      isEmpty={({ total }) => total === 0}
      empty={<NothingYet />}
    >
      {list => <EnterpriseList list={list} />}
    </Remote>
  )
}

function Actions() {
  const styles = useStyles()
  const { may } = useSession()
  const navigate = useNavigate()
  return (
    <>
      {(may('import') || may('insights.read') || may('check-ins.record')) && (
        <Menu positioning="below-end">
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label="More" className={styles.more} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {may('insights.record') && (
                <MenuItem icon={<PersonQuestionMarkRegular />} onClick={() => void navigate(routes.newRequest)}>
                  A request we could not meet
                </MenuItem>
              )}
              {may('insights.read') && (
                <MenuItem icon={<PeopleCommunityRegular />} onClick={() => void navigate(routes.insights)}>
                  Choice and needs
                </MenuItem>
              )}
              {may('check-ins.record') && (
                <MenuItem icon={<PeopleTeamRegular />} onClick={() => void navigate(routes.groupSession)}>
                  Log a group session
                </MenuItem>
              )}
              {may('check-ins.record') && (
                <MenuItem icon={<CallRegular />} onClick={() => void navigate(routes.updateRound)}>
                  Update round
                </MenuItem>
              )}
              {may('cases.read') && (
                <MenuItem icon={<OrganizationRegular />} onClick={() => void navigate(routes.consortia)}>
                  Consortia
                </MenuItem>
              )}
              {may('import') && (
                <MenuItem icon={<ArrowUploadRegular />} onClick={() => void navigate(routes.import)}>
                  Bring in a spreadsheet
                </MenuItem>
              )}
              {may('programmes.close') && (
                <MenuItem icon={<HourglassRegular />} onClick={() => void navigate(routes.afterFunding)}>
                  After the money
                </MenuItem>
              )}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {may('cases.enquire') && (
        <Button appearance="primary" icon={<AddRegular />} className={styles.action} onClick={() => void navigate(routes.newEnquiry)}>
          New enquiry
        </Button>
      )}
    </>
  )
}
