import { expect, it } from 'vitest'
import { type ContactCandidate, chooseContact } from './choose-contact.ts'
import { personKeys } from './person-keys.ts'

const lead = (name: string, emails: string[] = [], phones: string[] = []) =>
  personKeys({ name, emails, phones })
const contact = (
  id: string,
  name: string,
  emails: string[] = [],
  phones: string[] = [],
): ContactCandidate => ({ id, name, emails, phones })

const mail = 'sample@example.com'
const phone = '+4740000001'

it.each<[string, ReturnType<typeof lead>, ContactCandidate[], string | undefined, string | null]>([
  ['nobody on an empty card', lead('Sam', [mail]), [], undefined, null],
  ['by e-mail', lead('Sam', [mail]), [contact('a', 'other', [mail])], undefined, 'a'],
  ['by phone', lead('Sam', [], [phone]), [contact('a', 'other', [], [phone])], undefined, 'a'],
  [
    'by e-mail before phone',
    lead('Sam', [mail], [phone]),
    [contact('a', 'sam', [], [phone]), contact('b', 'other', [mail])],
    undefined,
    'b',
  ],
  [
    'not by a switchboard with another name and another e-mail',
    lead('Sam', [mail], [phone]),
    [contact('a', 'other', ['other@example.com'], [phone])],
    undefined,
    null,
  ],
  [
    'by phone under another e-mail and the same name',
    lead('Sam', [mail], [phone]),
    [contact('a', 'sam', ['other@example.com'], [phone])],
    undefined,
    'a',
  ],
  ['by name without any address', lead('SAM'), [contact('a', 'sam', [mail])], undefined, 'a'],
  ['by name, the other way round', lead('Sam', [mail]), [contact('a', 'sam')], undefined, 'a'],
  [
    'not by name with different addresses',
    lead('Sam', [mail]),
    [contact('a', 'sam', ['other@example.com'])],
    undefined,
    null,
  ],
  [
    'not by a name that two have',
    lead('Sam'),
    [contact('a', 'sam', [mail]), contact('b', 'sam', ['other@example.com'])],
    undefined,
    null,
  ],
  ['where the lead was', lead('New name', [mail]), [contact('b', 'new name')], 'a', 'a'],
  [
    'by e-mail before where the lead was',
    lead('Sam', [mail]),
    [contact('a', 'sam'), contact('b', 'other', [mail])],
    'a',
    'b',
  ],
])('%s', (_, keys, candidates, current, expected) => {
  expect(chooseContact(keys, candidates, current)).toBe(expected)
})
