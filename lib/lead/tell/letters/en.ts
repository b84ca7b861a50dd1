import type { Letter } from './letter.ts'

export const en: Letter = {
  tag: 'en-GB',
  kinds: {
    name: 'name',
    company: 'workplace',
    title: 'title',
    email: 'e-mail',
    phone: 'phone',
    profile: 'link to a profile',
    relation: 'whether you are a customer or the like',
    met: 'when and where we met',
    notes: 'notes of our talk',
    tags: 'keywords',
    followUp: 'when we are to talk again',
    activities: 'what we have been in touch about',
  },
  and: 'and',
  blanks: {
    company: '[our company]',
    contact: '[address, e-mail or phone]',
    source: '[the source]',
  },
  authority: 'the data protection authority of the country in which you live or work',
  subject: company => `Data about you at ${company}`,
  greeting: name => `Dear ${name}`,
  opening:
    'We have written you down as a business contact, and want you to know what we have about you and why (GDPR, articles 13 and 14).',
  who: (company, contact) => `Who has the data: ${company}, ${contact}.`,
  at: host => `It is in our customer system, ${host}.`,
  what: kinds => `What we have: ${kinds}.`,
  from: source => `Where we have it from: ${source}.`,
  met: whereAndWhen => `our meeting (${whereAndWhen})`,
  why: 'Why we have it: to follow up our business contact, which is our legitimate interest (article 6(1)(f)).',
  howLong: 'How long: as long as we need it for this.',
  objection: 'You have the right to object to this use at any time (article 21).',
  rights:
    'You can also ask for access, correction, erasure and restriction. An answer to this e-mail is enough.',
  complaint: authority => `You can also complain to ${authority}.`,
  regards: 'Kind regards',
}
