import type { Letter } from './letter.ts'

export const nn: Letter = {
  tag: 'nb',
  kinds: {
    name: 'namn',
    company: 'arbeidsplass',
    title: 'tittel',
    email: 'e-post',
    phone: 'telefon',
    profile: 'lenkje til profil',
    relation: 'om du er kunde eller liknande',
    met: 'når og kvar vi møttest',
    notes: 'notat frå samtalen',
    tags: 'stikkord',
    followUp: 'når vi skal snakkast igjen',
    activities: 'kva vi har hatt kontakt om',
  },
  and: 'og',
  blanks: {
    company: '[bedrifta vår]',
    contact: '[adresse, e-post eller telefon]',
    source: '[kjelda]',
  },
  authority: 'datatilsynet i landet der du bur eller arbeider',
  subject: company => `Opplysningar om deg hos ${company}`,
  greeting: name => `Hei ${name}`,
  opening:
    'Vi har skrive deg opp som forretningskontakt, og vil at du skal vite kva vi har om deg og kvifor (GDPR artikkel 13 og 14).',
  who: (company, contact) => `Kven som har opplysningane: ${company}, ${contact}.`,
  at: host => `Dei ligg i kundesystemet vårt, ${host}.`,
  what: kinds => `Kva vi har: ${kinds}.`,
  from: source => `Kvar vi har det frå: ${source}.`,
  met: whereAndWhen => `møtet vårt (${whereAndWhen})`,
  why: 'Kvifor vi har det: for å følgje opp forretningskontakten, som er ei berettiga interesse for oss (artikkel 6 nr. 1 f).',
  howLong: 'Kor lenge: så lenge vi treng det til dette.',
  objection: 'Du har rett til å protestere mot bruken når som helst (artikkel 21).',
  rights:
    'Du kan òg be om innsyn, retting, sletting og avgrensing. Det er nok å svare på denne e-posten.',
  complaint: authority => `Du kan òg klage til ${authority}.`,
  regards: 'Venleg helsing',
}
