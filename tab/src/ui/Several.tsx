import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { useChoiceStyles } from '#tab/ui/Choice.tsx'

const useStyles = makeStyles({
  boxes: { clear: 'both', display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  box: { marginLeft: 0, borderRadius: tokens.borderRadiusMedium, gap: tokens.spacingHorizontalXS, whiteSpace: 'normal' },
})

type SeveralProps = {
  legend: ReactNode
  options: readonly { value: string; label: string }[]
  value: readonly string[]
  onChange: (value: string[]) => void
  hint?: ReactNode
  fault?: string | undefined
}

/** Any of a few, as native tick boxes that look like the choice of one; a tick stands before what is chosen. */
export function Several({ legend, options, value, onChange, hint, fault }: SeveralProps) {
  const styles = useChoiceStyles()
  const own = useStyles()
  const below = useId()
  const change = (option: string, chosen: boolean): void =>
    onChange(options.map(each => each.value).filter(each => (each === option ? chosen : value.includes(each))))
  return (
    <fieldset className={styles.group} aria-describedby={hint || fault ? below : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={own.boxes}>
        {options.map(option => {
          const isChosen = value.includes(option.value)
          return (
            <label key={option.value} className={mergeClasses(styles.option, own.box, isChosen && styles.chosen)}>
              <input
                type="checkbox"
                className={styles.input}
                value={option.value}
                checked={isChosen}
                onChange={event => change(option.value, event.target.checked)}
              />
              {isChosen && <CheckmarkRegular fontSize={16} aria-hidden />}
              {option.label}
            </label>
          )
        })}
      </div>
      <div id={below}>
        {hint && <div className={styles.hint}>{hint}</div>}
        {fault && <div className={styles.fault}>{fault}</div>}
      </div>
    </fieldset>
  )
}
