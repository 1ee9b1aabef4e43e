import { makeStyles, SearchBox } from '@fluentui/react-components'
import { useEffect, useEffectEvent, useState } from 'react'
import { useSettled } from '#tab/ui/useSettled.ts'
import { desk, phone, useWidth } from '#tab/ui/widths.ts'

const useStyles = makeStyles({
  search: {
    flex: '1 1 200px',
    minWidth: 0,
    width: '100%',
    maxWidth: 'none',
    [desk]: { flex: '0 0 288px' },
    [phone]: { height: '44px' },
    '& input': { minWidth: 0, width: '100%' },
  },
})

/** So long after the last letter the list is searched. */
const afterTyping = 150

type SearchFieldProps = {
  words: string
  search: (words: string) => void
  /** Without names there is nothing to search for by name or phone. */
  namesSeen: boolean
}

/** The box to search in. What is typed stays in it until it stands still: the list beneath is not drawn again at every letter. */
export function SearchField({ words, search, namesSeen }: SearchFieldProps) {
  const styles = useStyles()
  const width = useWidth()
  const [typed, setTyped] = useState(words)
  const settled = useSettled(typed, afterTyping)
  const answer = useEffectEvent(search)
  useEffect(() => answer(settled), [settled])
  const label = namesSeen ? 'Name, place, reference or phone' : 'Place or reference'
  return (
    <SearchBox
      className={styles.search}
      size={width === 'phone' ? 'large' : 'medium'}
      placeholder={width === 'phone' && namesSeen ? 'Name or phone' : label}
      aria-label={`Search by ${label.toLowerCase()}`}
      value={typed}
      onChange={(_, { value }) => setTyped(value)}
      input={{ autoComplete: 'off' }}
    />
  )
}
