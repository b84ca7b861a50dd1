import { mayBeJob, titleWeight } from './titleWords.ts'

/** Departments, which are neither a job nor a company. Not as the second half of a job's name. */
const DEPARTMENT =
  /^(?:(?:avd(?:eling)?|avdelning|afdeling|abt(?:eilung)?|dept|department|division|seksjon|sektion|section|service|direction|departamento|departement|dipartimento|ufficio|area|bereich|referat|fachbereich|osasto|yksikkö|institutt|institut|institute|fakultet|faculty|faculté|lehrstuhl|team|enhet|enhed|stab|office of)\b.*|.*(?:avdelingen?|avdelningen?|förvaltning(?:en)?|forvaltning(?:en)?|afdelingen?|abteilung|department|division|seksjonen?|sektionen?|stab(?:en)?|enhet(?:en)?|enhed(?:en)?|osasto|yksikkö|kontoret|senteret|tjenesten|tjänsten|etaten|team|teamet|unit|center of excellence))$/iu

export const isDepartment = (text: string) =>
  DEPARTMENT.test(text) && !/^(?:team ?lead|head|leder|leiter)/i.test(text)

/** How likely a text names a job, from the words in it: 0 for not at all, 4 and more for surely. */
export function titleScore(text: string): number {
  const words = text.split(/\s+/).filter(word => /\p{L}/u.test(word))
  if (words.length === 0 || words.length > 9 || text.length > 90) return 0
  const weights = words.map(titleWeight)
  const strong = weights.filter(weight => weight === 2).length
  const beside = weights.filter(weight => weight === 1).length
  // *Vicar of Example*, *Potter*: jobs that are surnames too, but not by themselves.
  const isBare = words.length === 1 || /^(?:of|for|i|ved|at)$/.test(words[1] ?? '')
  if (strong === 0 && isBare && mayBeJob(words[0] ?? '')) return 4
  if (strong === 0) return beside === words.length && words.length > 1 ? 2.5 : beside * 0.5
  return 4 + Math.min(2, beside * 0.3) - Math.max(0, words.length - 5) * 0.5
}
