import type { Letter } from './letter.ts'

export const nb: Letter = {
  tag: 'nb',
  kinds: {
    name: 'navn',
    company: 'arbeidsplass',
    title: 'tittel',
    email: 'e-post',
    phone: 'telefon',
    profile: 'lenke til profil',
    relation: 'om du er kunde eller lignende',
    met: 'når og hvor vi møttes',
    notes: 'notater fra samtalen',
    tags: 'stikkord',
    followUp: 'når vi skal snakkes igjen',
    activities: 'hva vi har hatt kontakt om',
  },
  and: 'og',
  blanks: {
    company: '[vår bedrift]',
    contact: '[adresse, e-post eller telefon]',
    source: '[kilden]',
  },
  authority: 'datatilsynet i landet der du bor eller arbeider',
  subject: company => `Opplysninger om deg hos ${company}`,
  greeting: name => `Hei ${name}`,
  opening:
    'Vi har skrevet deg opp som forretningskontakt, og vil at du skal vite hva vi har om deg og hvorfor (GDPR artikkel 13 og 14).',
  who: (company, contact) => `Hvem som har opplysningene: ${company}, ${contact}.`,
  at: host => `De ligger i kundesystemet vårt, ${host}.`,
  what: kinds => `Hva vi har: ${kinds}.`,
  from: source => `Hvor vi har det fra: ${source}.`,
  met: whereAndWhen => `møtet vårt (${whereAndWhen})`,
  why: 'Hvorfor vi har det: for å følge opp forretningskontakten, som er vår berettigede interesse (artikkel 6 nr. 1 f).',
  howLong: 'Hvor lenge: så lenge vi trenger det til dette.',
  objection: 'Du har rett til å protestere mot bruken når som helst (artikkel 21).',
  rights:
    'Du kan også be om innsyn, retting, sletting og begrensning. Det er nok å svare på denne e-posten.',
  complaint: authority => `Du kan også klage til ${authority}.`,
  regards: 'Vennlig hilsen',
}
