/** Addresses as values. No name and no search word ever stands in one. */
export const routes = {
  home: '/',
  today: '/today',
  enterprises: '/enterprises',
  newEnquiry: '/enterprises/new',
  enterprise: (id: string) => `/enterprises/${id}`,
  cqcCheck: (id: string) => `/enterprises/${id}/cqc-check`,
  recommend: (id: string) => `/enterprises/${id}/recommend`,
  cohorts: '/cohorts',
  cohortMethod: '/cohorts/method',
  meeting: '/cohorts/meeting',
  fund: '/fund',
  savings: '/savings',
  newFund: '/fund/new',
  changeFund: (pot: string) => `/fund/${pot}/change`,
  grant: (caseId: string, grantId: string) => `/fund/${caseId}/${grantId}`,
  insights: '/insights',
  newRequest: '/insights/request',
  import: '/import',
  groupSession: '/group-session',
  consortia: '/consortia',
  updateRound: '/update-round',
  afterFunding: '/after-funding',
  settings: '/settings',
} as const

/** A page for one task. On a phone it is a screen of its own, without the navigation. */
export const isTaskPage = (pathname: string): boolean =>
  pathname === routes.newEnquiry ||
  pathname === routes.groupSession ||
  pathname === routes.newFund ||
  /^\/enterprises\/[0-9a-f-]{36}\/(?:cqc-check|recommend)$/.test(pathname) ||
  /^\/fund\/[0-9a-f-]{36}\/change$/.test(pathname)

/** Pages for a wall: nothing stands beside what is shown. */
export const isForTheWall = (pathname: string): boolean => pathname === routes.meeting

/** An enterprise, as a link from outside names it: by programme and id, and never by a name. */
export const linkTo = (programme: string, id: string): string => `case/${programme}/${id}`

/** Where a link from outside leads; home, where it is none of ours. What stands in it is not to be trusted. */
export function routeOfLink(text: string): string {
  const [, programme, id] = /^case\/([a-z0-9-]{2,40})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? []
  return programme && id ? `${routes.enterprise(id)}?programme=${programme}` : routes.home
}
