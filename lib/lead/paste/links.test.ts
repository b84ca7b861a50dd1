import { expect, test } from 'vitest'
import { findLinks, nameInSlug, profileOf, websiteOf } from './links.ts'

test.each([
  ['Web: www.example.com, Oslo', 'www.example.com'],
  ['see https://www.example.com/uk?utm_source=x.', 'https://www.example.com/uk'],
  ['example.com', 'example.com'],
  ['siv.ing. Kari, f.eks. org.nr', undefined],
  ['https://www.linkedin.com/company/example', undefined],
  ['https://kalender.example.com/kari', undefined],
  ['https://example.com/gdpr', undefined],
  ['<https://www.example.com/a-\nb>', 'https://www.example.com/a-b'],
])('the home page of %s', (text, site) => expect(websiteOf(findLinks(text), [])?.value).toBe(site))

test.each([
  ['linkedin.com/in/kari-nordmann', 'Kari Nordmann', 'linkedin.com/in/kari-nordmann'],
  [
    'https://www.xing.com/profile/Kari_Nordmann?sc=x',
    '',
    'https://www.xing.com/profile/Kari_Nordmann',
  ],
  ['https://www.linkedin.com/company/example', 'Kari Nordmann', undefined],
  [
    'https://www.facebook.com/kari.nordmann',
    'Kari Nordmann',
    'https://www.facebook.com/kari.nordmann',
  ],
  ['https://www.facebook.com/example', 'Kari Nordmann', undefined],
])('the profile in %s', (text, name, profile) =>
  expect(profileOf(findLinks(text), name)?.value).toBe(profile),
)

test.each([
  ['kari-nordmann-40b7e2', 'Kari Nordmann'],
  ['Erika_Mustermann2', 'Erika Mustermann'],
  ['karinordmann', undefined],
])('%s', (slug, name) => expect(nameInSlug(slug)).toBe(name))
