import type { Letter } from './letter.ts'

export const da: Letter = {
  tag: 'da',
  kinds: {
    name: 'navn',
    company: 'arbejdsplads',
    title: 'titel',
    email: 'e-mail',
    phone: 'telefon',
    profile: 'link til profil',
    relation: 'om du er kunde eller lignende',
    met: 'hvornår og hvor vi mødtes',
    notes: 'noter fra samtalen',
    tags: 'stikord',
    followUp: 'hvornår vi skal tales ved igen',
    activities: 'hvad vi har haft kontakt om',
  },
  and: 'og',
  blanks: {
    company: '[vores virksomhed]',
    contact: '[adresse, e-mail eller telefon]',
    source: '[kilden]',
  },
  authority: 'databeskyttelsesmyndigheden i det land, hvor du bor eller arbejder',
  subject: company => `Oplysninger om dig hos ${company}`,
  greeting: name => `Hej ${name}`,
  opening:
    'Vi har skrevet dig op som forretningskontakt og vil have, at du ved, hvad vi har om dig og hvorfor (GDPR artikel 13 og 14).',
  who: (company, contact) => `Hvem der har oplysningerne: ${company}, ${contact}.`,
  at: host => `De ligger i vores kundesystem, ${host}.`,
  what: kinds => `Hvad vi har: ${kinds}.`,
  from: source => `Hvor vi har det fra: ${source}.`,
  met: whereAndWhen => `vores møde (${whereAndWhen})`,
  why: 'Hvorfor vi har det: for at følge op på forretningskontakten, som er vores legitime interesse (artikel 6, stk. 1, litra f).',
  howLong: 'Hvor længe: så længe vi har brug for det til dette.',
  objection: 'Du har ret til når som helst at gøre indsigelse mod brugen (artikel 21).',
  rights:
    'Du kan også bede om indsigt, rettelse, sletning og begrænsning. Det er nok at svare på denne e-mail.',
  complaint: authority => `Du kan også klage til ${authority}.`,
  regards: 'Venlig hilsen',
}
