import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { CaseRow } from '#domain/wireSchemas.ts'
import { searchIn } from '#tab/enterprises/search.ts'
import { useCases, usePlaces } from '#tab/enterprises/useCases.ts'
import { useSession } from '#tab/ui/session.ts'
import { phone } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '8px 0 0', padding: 0, minHeight: '240px' },
  pick: {
    width: '100%',
    justifyContent: 'flex-start',
    textAlign: 'left',
    fontWeight: 'normal',
    minHeight: '40px',
    [phone]: { minHeight: '44px' },
  },
})

const shown = 6

/** Which rows are offered: of all that match, one's own first. */
function offered(rows: readonly CaseRow[], words: string, placeOf: (area: string) => string, oid: string): CaseRow[] {
  const { found } = searchIn(rows, words, placeOf)
  return [...found.filter(row => row.catalyst === oid), ...found.filter(row => row.catalyst !== oid)].slice(0, shown)
}

/** One enterprise, found by typing. */
export function PickEnterprise({ label, pick }: { label: string; pick: (picked: { id: string; name: string }) => void }) {
  const styles = useStyles()
  const { me } = useSession()
  const { data } = useCases()
  const placeOf = usePlaces()
  const [words, setWords] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const rows = data ? offered(data.cases, words, placeOf, me.oid) : []
  return (
    <>
      <Field label={label} hint="Type a name, place, reference or phone.">
        <Input ref={box} value={words} autoComplete="off" onChange={(_, next) => setWords(next.value)} />
      </Field>
      <ul className={styles.list} aria-label="Enterprises that match">
        {rows.map(row => (
          <li key={row.id}>
            <Button appearance="subtle" className={styles.pick} onClick={() => pick({ id: row.id, name: row.name ?? row.reference })}>
              {[row.name ?? row.reference, row.area ? placeOf(row.area) : ''].filter(part => part !== '').join(' · ')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
