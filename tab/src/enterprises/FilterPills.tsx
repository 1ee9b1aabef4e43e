import { flags } from '#domain/flags.ts'
import type { Filters, StandingFilter } from '#domain/listQuestion.ts'
import { legalForms, milestones } from '#domain/vocabulary.ts'
import type { Standing } from '#domain/wireSchemas.ts'
import { useCatalysts } from '#tab/enterprise/useEnterprise.ts'
import { FilterPill } from '#tab/enterprises/FilterPill.tsx'
import { legalFormLabels, milestoneLabels, standingLabels } from '#tab/labels.ts'
import { flagLabels } from '#tab/listLabels.ts'
import { useCodeNames } from '#tab/settings/codeNames.ts'
import { useSettings } from '#tab/settings/useSettings.ts'
import { everyArea, useSession } from '#tab/ui/session.ts'

const standings: { value: StandingFilter; label: string }[] = [
  { value: 'open', label: 'Open records' },
  ...(Object.keys(standingLabels) as Standing[]).map(value => ({ value, label: standingLabels[value] })),
]
const forms = [...legalForms.map(value => ({ value, label: legalFormLabels[value] })), { value: 'none' as const, label: 'Not chosen' }]
const steps = milestones.map(value => ({ value, label: milestoneLabels[value] }))
const flagged = flags.map(value => ({ value, label: flagLabels[value] }))

/** One pill for each kind of filter that there is something to choose in. */
export function FilterPills({ filters, setFilters }: { filters: Filters; setFilters: (filters: Filters) => void }) {
  const { programme } = useSession()
  const areas = everyArea(programme).map(({ id, name }) => ({ value: id, label: name }))
  const catalysts = useCatalysts()
  const nameOf = useCodeNames()
  // What the programme named itself; a service that nobody named is no way to look for anyone.
  const services = (useSettings().data?.versions[0]?.rules.services ?? []).map(value => ({ value, label: nameOf('services', value) }))
  const set = (part: Partial<Filters>): void => setFilters({ ...filters, ...part })
  return (
    <>
      <FilterPill label="Status" values={standings} chosen={filters.status} change={status => set({ status })} />
      {areas.length > 1 && <FilterPill label="Area" values={areas} chosen={filters.area} change={area => set({ area })} />}
      {services.length > 0 && <FilterPill label="Offers" values={services} chosen={filters.service} change={service => set({ service })} />}
      {areas.length > 1 && <FilterPill label="Works in" values={areas} chosen={filters.serves} change={serves => set({ serves })} />}
      <FilterPill label="Step" values={steps} chosen={filters.step} change={step => set({ step })} />
      <FilterPill label="Form" values={forms} chosen={filters.form} change={form => set({ form })} />
      <FilterPill label="Flag" values={flagged} chosen={filters.flag} change={flag => set({ flag })} />
      {catalysts.length > 0 && (
        <FilterPill
          label="Catalyst"
          values={[...catalysts, { value: 'nobody', label: 'Nobody yet' }]}
          chosen={filters.catalyst}
          change={catalyst => set({ catalyst })}
        />
      )}
    </>
  )
}
