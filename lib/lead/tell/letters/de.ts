import type { Letter } from './letter.ts'

export const de: Letter = {
  tag: 'de',
  kinds: {
    name: 'Name',
    company: 'Arbeitgeber',
    title: 'Funktion',
    email: 'E-Mail',
    phone: 'Telefon',
    profile: 'Link zu einem Profil',
    relation: 'ob Sie Kunde oder Ähnliches sind',
    met: 'wann und wo wir uns trafen',
    notes: 'Notizen zum Gespräch',
    tags: 'Stichwörter',
    followUp: 'wann wir wieder sprechen wollen',
    activities: 'worüber wir in Kontakt waren',
  },
  and: 'und',
  blanks: {
    company: '[unsere Firma]',
    contact: '[Adresse, E-Mail oder Telefon]',
    source: '[die Quelle]',
  },
  authority: 'die Datenschutzbehörde des Landes, in dem Sie wohnen oder arbeiten',
  subject: company => `Daten über Sie bei ${company}`,
  greeting: name => `Guten Tag, ${name}`,
  opening:
    'Wir haben Sie als Geschäftskontakt notiert und möchten, dass Sie wissen, was wir über Sie haben und warum (Artikel 13 und 14 DSGVO).',
  who: (company, contact) => `Wer die Daten hat: ${company}, ${contact}.`,
  at: host => `Sie liegen in unserem Kundensystem, ${host}.`,
  what: kinds => `Was wir haben: ${kinds}.`,
  from: source => `Woher wir es haben: ${source}.`,
  met: whereAndWhen => `von unserem Treffen (${whereAndWhen})`,
  why: 'Warum wir es haben: um den Geschäftskontakt zu pflegen, was unser berechtigtes Interesse ist (Artikel 6 Absatz 1 f).',
  howLong: 'Wie lange: solange wir es dafür brauchen.',
  objection: 'Sie haben das Recht, der Nutzung jederzeit zu widersprechen (Artikel 21).',
  rights:
    'Sie können auch Auskunft, Berichtigung, Löschung und Einschränkung verlangen. Eine Antwort auf diese E-Mail genügt.',
  complaint: authority => `Beschweren können Sie sich auch hier: ${authority}.`,
  regards: 'Mit freundlichen Grüßen',
}
