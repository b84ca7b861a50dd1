import type { Letter } from './letter.ts'

export const sv: Letter = {
  tag: 'sv',
  kinds: {
    name: 'namn',
    company: 'arbetsplats',
    title: 'titel',
    email: 'e-post',
    phone: 'telefon',
    profile: 'länk till profil',
    relation: 'om du är kund eller liknande',
    met: 'när och var vi träffades',
    notes: 'anteckningar från samtalet',
    tags: 'nyckelord',
    followUp: 'när vi ska höras igen',
    activities: 'vad vi har haft kontakt om',
  },
  and: 'och',
  blanks: {
    company: '[vårt företag]',
    contact: '[adress, e-post eller telefon]',
    source: '[källan]',
  },
  authority: 'dataskyddsmyndigheten i det land där du bor eller arbetar',
  subject: company => `Uppgifter om dig hos ${company}`,
  greeting: name => `Hej ${name}`,
  opening:
    'Vi har skrivit upp dig som affärskontakt och vill att du ska veta vad vi har om dig och varför (GDPR artikel 13 och 14).',
  who: (company, contact) => `Vem som har uppgifterna: ${company}, ${contact}.`,
  at: host => `De finns i vårt kundsystem, ${host}.`,
  what: kinds => `Vad vi har: ${kinds}.`,
  from: source => `Varifrån vi har det: ${source}.`,
  met: whereAndWhen => `vårt möte (${whereAndWhen})`,
  why: 'Varför vi har det: för att följa upp affärskontakten, vilket är vårt berättigade intresse (artikel 6.1 f).',
  howLong: 'Hur länge: så länge vi behöver det för detta.',
  objection: 'Du har rätt att när som helst invända mot användningen (artikel 21).',
  rights:
    'Du kan också begära tillgång, rättelse, radering och begränsning. Det räcker att svara på detta mejl.',
  complaint: authority => `Du kan också klaga hos ${authority}.`,
  regards: 'Vänliga hälsningar',
}
