import { sql } from 'kysely'
import type { Db } from './open.ts'

/**
 * Takes a request from a colleague's budget: so many a minute, of which a minute's worth may be saved
 * up and spent at once. It is kept in the database, since the instances behind one address must not
 * give one each, and by its clock, since theirs may differ. One small statement; a request that is
 * refused writes nothing.
 *
 * @returns whether there was something left; if not, one request is possible again after
 * `60 / perMinute` seconds at the latest
 */
export async function spendRequest(
  db: Db,
  colleagueId: string,
  perMinute: number,
): Promise<boolean> {
  const price = sql`make_interval(secs => ${60 / perMinute})`
  const paid = sql`greatest(budget.spent_until, clock_timestamp()) + ${price}`
  const { rows } = await sql`
    insert into budget (colleague_id, spent_until)
      values (${colleagueId}, clock_timestamp() + ${price})
      on conflict (colleague_id) do update set spent_until = ${paid}
        where ${paid} <= clock_timestamp() + interval '1 minute'
      returning colleague_id`.execute(db)
  return rows.length > 0
}
