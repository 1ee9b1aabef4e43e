import type { Insights } from '#domain/insightWireSchemas.ts'
import { storyPlaceLabels } from '#tab/besideLabels.ts'
import { TakeBack } from '#tab/insights/FeedbackSection.tsx'
import type { Opened } from '#tab/insights/InsightDialog.tsx'
import { Act, Section, useSectionStyles } from '#tab/insights/Section.tsx'
import { sayCount, sayDay } from '#tab/ui/say.ts'

type Story = NonNullable<Insights['stories']['rows']>[number]
type StoriesSectionProps = { stories: Insights['stories']; mayRecord: boolean; open: (opened: Opened) => void }

/** Stories that someone let us tell: where, and until when. The yes can be taken back at once, and the words go with it. */
export function StoriesSection({ stories: { given, ranOut, ended, rows }, mayRecord, open }: StoriesSectionProps) {
  const styles = useSectionStyles()
  const add = mayRecord && <Act label="Add a story" onClick={() => open({ kind: 'tell-story', saved: 'Saved the story.' })} />
  const shown = rows?.filter(({ state }) => state !== 'ended') ?? []
  return (
    <Section heading="Stories" lead="Only with a yes: for which use, and until when." actions={add}>
      {given + ranOut + ended === 0 ? (
        <p className={styles.words}>None yet.</p>
      ) : (
        <p className={styles.line}>
          {sayCount(given, 'story', 'stories')} we may tell. {ranOut > 0 && `For ${ranOut} the time has run out. `}
          {ended > 0 && `${ended} gone, since the yes was taken back.`}
        </p>
      )}
      <ul className={styles.list}>
        {shown.map(story => (
          <One key={story.id} story={story} open={open} />
        ))}
      </ul>
    </Section>
  )
}

function One({ story, open }: { story: Story; open: (opened: Opened) => void }) {
  const styles = useSectionStyles()
  const { id, on, reference, places, until, state, words } = story
  const whose = `${reference === null ? 'Someone supported' : `Enterprise ${reference}`}, ${sayDay(on)}`
  const where = places.map(place => storyPlaceLabels[place].toLowerCase()).join(', ')
  const last = until === null ? 'with no end' : `until ${sayDay(until)}`
  const standing =
    state === 'ran-out' ? `The yes ran out on ${until === null ? 'its day' : sayDay(until)}. Ask again, or remove it.` : `${where}, ${last}`
  return (
    <li className={styles.item}>
      <div className={styles.text}>
        <p className={styles.title}>{whose}</p>
        {words !== null && <p className={styles.story}>{words}</p>}
        <p className={styles.small}>{standing}</p>
      </div>
      {reference === null && (
        <Act
          label="Yes for longer"
          about={whose}
          onClick={() => open({ kind: 'renew-story', about: id, known: { story: id }, saved: 'Saved the new yes.' })}
        />
      )}
      <Act
        label="Take the yes back"
        about={whose}
        onClick={() => open({ kind: 'end-story', about: id, known: { story: id }, saved: 'The story is gone.' })}
      />
      <TakeBack id={id} words={`The story of ${whose}`} open={open} />
    </li>
  )
}
