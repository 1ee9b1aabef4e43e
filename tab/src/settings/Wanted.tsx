import { nameOf } from '#tab/settings/codes.ts'
import { wantedEdit } from '#tab/settings/edits.ts'
import { Row, Rows, Subheading } from '#tab/settings/Section.tsx'
import { useSettingsView } from '#tab/settings/view.ts'
import { sayHours } from '#tab/ui/say.ts'

/** The hours a week that are wanted, by area and service. */
export function Wanted() {
  const { held, edit } = useSettingsView()
  const { services, capacityWanted } = held.rules
  const minutesOf = (area: string, service: string): number =>
    capacityWanted.find(each => each.area === area && each.service === service)?.minutesPerWeek ?? 0
  if (services.length === 0 || held.areas.length === 0) {
    return (
      <>
        <Subheading>Hours wanted</Subheading>
        <Rows none="Add an area and a service first. Then say how many hours you want.">{[]}</Rows>
      </>
    )
  }
  return services.map(service => (
    <div key={service}>
      <Subheading>Hours wanted: {nameOf(held, 'services', service)}</Subheading>
      <Rows>
        {held.areas.map(area => {
          const minutes = minutesOf(area, service)
          const about = `${nameOf(held, 'services', service)} in ${nameOf(held, 'areas', area)}`
          const change = { words: 'Change', about, press: () => edit?.(wantedEdit(held, area, service)) }
          return (
            <Row
              key={area}
              name={nameOf(held, 'areas', area)}
              value={minutes > 0 ? `${sayHours(minutes)} a week` : 'None'}
              actions={edit ? [change] : []}
            />
          )
        })}
      </Rows>
    </div>
  ))
}
