import { calendarDate } from '../lead/dates.ts'
import type { Lead } from '../lead/schema.ts'
import type { Sender } from '../lead/tell/compose.ts'
import type { Way } from '../lead/tell/told.ts'
import { type Connection, connection } from '../settings/connection.ts'
import { sender } from '../settings/sender.ts'
import type { Database } from '../store/database.ts'
import { type Failure, failureOf } from '../store/failure.ts'
import type { DraftRow } from '../store/rows.ts'
import { noteTold, watchPromoted, watchToTell } from '../store/told.ts'

/** What every letter has in common. */
export interface Office {
  sender: Sender
  /** The host of the CRM, unless only this machine or this network knows it by that name. */
  host: string | undefined
}

/** Why it could not be noted that somebody was told: there may be `nobody` of whom to note it. */
export type TellTrouble = Failure | 'nobody'

/** Telling people that their data is kept: a letter for each, and the day on which they were told. */
export interface Teller {
  /** The calendar date where the user is, `YYYY-MM-DD`. */
  today(): string
  /** Of which country phone numbers without a country code are, ISO 3166-1 alpha-2. */
  country(): string
  /** Who was promoted and not told yet, the most pressing first. @returns how to stop */
  watchPeople(
    limit: number,
    listener: (found: { people: DraftRow[]; hasMore: boolean }) => void,
    onFailure: (failure: Failure) => void,
  ): () => void
  /**
   * What the company has of somebody: the lead as it was promoted last, where it can be read.
   *
   * @returns how to stop
   */
  watchPromoted(id: string, listener: (lead: Lead | undefined) => void): () => void
  /** @returns how to stop */
  watchOffice(listener: (office: Office) => void): () => void
  /** Keeps who the letters are from, in this browser. @returns whether it could be kept */
  keepSender(sender: Sender): Promise<boolean>
  /**
   * Notes that somebody was told today, or that they weren't after all. It goes to no card: whoever
   * wants it there logs it.
   *
   * @returns why it could not be noted
   */
  note(id: string, way: Way | undefined): Promise<TellTrouble | undefined>
}

const NOBODY: Sender = { company: '', contact: '' }

/** @param country see `Teller.country` */
export function createTeller(db: Database, country: () => string): Teller {
  const today = () => calendarDate(new Date())
  return {
    today,
    country,
    watchPeople(limit, listener, onFailure) {
      const onError = (error: unknown) => onFailure(failureOf(error))
      const live = watchToTell(db, limit).subscribe(listener, onError)
      return () => live.unsubscribe()
    },
    watchPromoted(id, listener) {
      // Where it can't be read, the letter goes by what is written down.
      const live = watchPromoted(db, id).subscribe(listener, () => listener(undefined))
      return () => live.unsubscribe()
    },
    watchOffice(listener) {
      const tell = async () => {
        const [from, crm] = await Promise.all([sender.read(), connection.read()])
        listener({ sender: from ?? NOBODY, host: hostOf(crm) })
      }
      // Where the settings can't be read, the letter has blanks, which is what it is made for.
      const look = () => void tell().catch(() => listener({ sender: NOBODY, host: undefined }))
      look()
      const stops = [sender.watch(look), connection.watch(look)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    keepSender: next =>
      sender.write(next).then(
        () => true,
        () => false, // the disk is full: whoever writes is told, and the next letter tries again
      ),
    async note(id, way) {
      try {
        const isNoted = await noteTold(db, id, way && { on: today(), way })
        return isNoted ? undefined : 'nobody'
      } catch (error) {
        return failureOf(error)
      }
    },
  }
}

/** A number or a name without a dot means nothing to somebody elsewhere. */
function hostOf(crm: Connection | undefined): string | undefined {
  const host = crm && URL.canParse(crm.address) ? new URL(crm.address).hostname : ''
  return /\.[a-z]{2,}$/i.test(host) ? host : undefined
}
