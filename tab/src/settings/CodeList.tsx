import { placeKindOf } from '#domain/places.ts'
import { codesOf, formerOf, nameOf, placeCodeOf } from '#tab/settings/codes.ts'
import { addEdit, againEdit, placeEdit, renameEdit, stopEdit } from '#tab/settings/edits.ts'
import { AddButton, Row, Rows, Subheading } from '#tab/settings/Section.tsx'
import { useSettingsView } from '#tab/settings/view.ts'
import type { CodeKind } from '#tab/settingsLabels.ts'
import { codeLabels, placeKindLabels, settingsWords } from '#tab/settingsLabels.ts'

/** "E05000001, a ward"; nothing where it has none. */
function sayPlace(geoCode: string | undefined): string | undefined {
  const kind = geoCode === undefined ? undefined : placeKindOf(geoCode)
  return kind && `${geoCode}, ${placeKindLabels[kind]}`
}

/** The names of one kind: new ones, other names for them, and those that are no longer used. */
export function CodeList({ kind, titled = false }: { kind: CodeKind; titled?: boolean }) {
  const { held, edit } = useSettingsView()
  const { title, add, none } = codeLabels[kind]
  const former = formerOf(held, kind)
  const actionsOn = (code: string) => {
    const about = nameOf(held, kind, code)
    return [
      { words: 'Rename', about, press: () => edit?.(renameEdit(kind, code, held)) },
      ...(kind === 'areas' ? [{ words: settingsWords.placeCode, about, press: () => edit?.(placeEdit(code, held)) }] : []),
      { words: 'Stop using', about, press: () => edit?.(stopEdit(kind, code, held)) },
    ]
  }
  return (
    <>
      {titled && <Subheading>{title}</Subheading>}
      <Rows none={none}>
        {codesOf(held, kind).map(code => (
          <Row
            key={code}
            name={nameOf(held, kind, code)}
            detail={kind === 'areas' && sayPlace(placeCodeOf(held, code))}
            actions={edit ? actionsOn(code) : []}
          />
        ))}
      </Rows>
      <AddButton press={edit && (() => edit(addEdit(kind)))}>{add}</AddButton>
      {former.length > 0 && (
        <>
          <Subheading>{settingsWords.oldRecords}</Subheading>
          <Rows>
            {former.map(code => {
              const about = nameOf(held, kind, code)
              const again = { words: 'Use again', about, press: () => edit?.(againEdit(kind, code, held)) }
              return <Row key={code} name={about} actions={edit ? [again] : []} />
            })}
          </Rows>
        </>
      )}
    </>
  )
}
