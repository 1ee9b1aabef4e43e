import { expect, test } from 'vitest'
import { documentIn, documentWords, isDocumentLink } from '#domain/documents.ts'

const link = 'https://contoso.sharepoint.com/:w:/s/Casework/EabcDEF?e=1x2y3z'

test('a link into the team’s SharePoint, or its OneDrive, is taken', () => {
  expect(isDocumentLink(link)).toBe(true)
  expect(isDocumentLink('https://contoso-my.sharepoint.com/personal/ann/Documents/plan.docx')).toBe(true)
})

test.each([
  ['without https', 'http://contoso.sharepoint.com/a'],
  ['to another place', 'https://example.org/contoso.sharepoint.com/a'],
  ['to a place that only looks like it', 'https://contoso.sharepoint.com.example.org/a'],
  ['that signs somebody in', 'https://ann:secret@contoso.sharepoint.com/a'],
  ['to another port', 'https://contoso.sharepoint.com:8443/a'],
  ['that runs a script', 'javascript:alert(1)//contoso.sharepoint.com/a'],
  ['to nothing in it', 'https://contoso.sharepoint.com/'],
  ['with a space', 'https://contoso.sharepoint.com/a b'],
  ['with more lines', 'https://contoso.sharepoint.com/a\nhttps://example.org'],
  ['that is far too long', `https://contoso.sharepoint.com/${'a'.repeat(2_000)}`],
])('a link %s is refused', (_, wrong) => {
  expect(isDocumentLink(wrong)).toBe(false)
})

test('title and link are kept together, and read back as they were', () => {
  expect(documentIn(documentWords({ title: 'Business plan', link }))).toEqual({ title: 'Business plan', link })
  // A title that was pasted with a line break is one line.
  expect(documentIn(documentWords({ title: ' Business\n plan ', link }))).toEqual({ title: 'Business plan', link })
})

test('words that were emptied, or that hold no link, are no document', () => {
  expect(documentIn(null)).toBeUndefined()
  expect(documentIn('The letter from the insurer')).toBeUndefined()
  expect(documentIn('Plan\nhttps://example.org/plan')).toBeUndefined()
})
