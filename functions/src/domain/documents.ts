/**
 * Documents stay where the team keeps them: a record holds a link into its own SharePoint, and never a copy.
 * Title and link are words: they stand together in one row that can be emptied.
 */

/** A link into SharePoint (OneDrive for work among it), by https and with nothing in it that signs anybody in. */
const sharePoint = /^https:\/\/[a-z0-9][a-z0-9-]*\.sharepoint\.com\/[^\s<>"\\]+$/i

/** The longest link that SharePoint gives, with room. */
export const longestLink = 2_000

/** Whether a link leads into SharePoint. Any other address is refused: whoever opens it must not be led elsewhere. */
export const isDocumentLink = (link: string): boolean => link.length <= longestLink && sharePoint.test(link)

/** A document as people know it. */
export type LinkedDocument = { title: string; link: string }

/** Title and link as the words of one row. A title is one line. */
export const documentWords = ({ title, link }: LinkedDocument): string => `${title.replaceAll(/\s+/g, ' ').trim()}\n${link}`

/** What the words of a row say; undefined where they were emptied, or hold no link that may be opened. */
export function documentIn(words: string | null): LinkedDocument | undefined {
  const [title = '', link = '', ...more] = (words ?? '').split('\n')
  return title !== '' && more.length === 0 && isDocumentLink(link) ? { title, link } : undefined
}
