import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../store/open.ts'

/** In how many cards a word is, and where: what `seedCards` promises to searches. */
export const SEEDED = {
  /** In a tenth of all cards. */
  common: 'transport',
  /** In the older half of the cards and in none of the newer. */
  old: 'depot',
  /** In one card of ten thousand, and as two letters in no other word. */
  rare: 'zqern',
  /** In no card. */
  absent: 'xyzzy',
}

const FIRST = ['fjord', 'nord', 'berg', 'sol', 'grønn', 'stor', 'ny', 'havn', 'vest', 'alm']
const SECOND = ['dal', 'vik', 'land', 'stad', 'heim', 'tun', 'øy', 'bekk', 'ås', 'lund', 'nes']
const TRADE = ['bygg', 'transport', 'fisk', 'data', 'trelast', 'regnskap', 'elektro', 'maskin']
const GIVEN = [
  'anne',
  'bjørn',
  'camilla',
  'dag',
  'eva',
  'finn',
  'grete',
  'hans',
  'ida',
  'jon',
  'kari',
]
const FAMILY = ['hansen', 'olsen', 'berg', 'haugen', 'lie', 'moen', 'dahl', 'eide', 'strand', 'vik']

/**
 * Fills an empty database with so many cards, two of three with one contact and the third with two, a
 * conversation and an activity with each contact. By SQL, since a hundred thousand leads take long;
 * the rows are such as leads would have made.
 */
export async function seedCards(db: Db, count: number, colleague: string): Promise<void> {
  const n = sql`generate_series(1, ${sql.lit(count)}) as n`
  const company = sql`${word(FIRST, 'n')} || ${word(SECOND, 'n / 7')} || ' ' || ${word([...TRADE, 'salg', 'service'], 'n / 3')}
    || case when n <= ${sql.lit(count)} / 2 then ' depot' else '' end
    || case when n % 10000 = 5000 then ' zqern' else '' end || ' ' || n`
  const person = sql`${word(GIVEN, 'n + i * 3')} || ' ' || ${word(FAMILY, 'n / 11 + i')}`
  const people = sql`${n}, generate_series(1, case when n % 3 = 0 then 2 else 1 end) as i`
  const mail = sql`'person' || i || '@company' || n || '.example'`
  const phone = sql`'+47' || (40000000 + n * 2 + i)`
  await db.transaction().execute(async tx => {
    const run = (statement: RawBuilder<unknown>) => statement.execute(tx)
    await run(sql`insert into card (id, name, number, relation, main_contact_id, touched, search)
      select ${id('card')}, initcap(${company}), ${number}, 'prospect', ${id('contact', 1)}, n,
        ${company} || ' ' || ${number} from ${n}`)
    await run(sql`insert into card_key select ${id('card')}, 'name', ${company} from ${n}
      union all select ${id('card')}, 'number', ${number} from ${n}`)
    await run(sql`insert into contact (id, card_id, seq, name, name_key, search)
      select ${id('contact')}, ${id('card')}, n, initcap(${person}), ${person},
        ${person} || ' ' || ${mail} || ' ' || ${phone} from ${people}`)
    await run(sql`insert into contact_key
      select ${id('card')}, ${id('contact')}, 'email', ${mail}, ${mail} from ${people}
      union all select ${id('card')}, ${id('contact')}, 'phone', ${phone}, right(${phone}, 8)
        from ${people}`)
    await run(sql`insert into conversation (lead_id, revision, card_id, contact_id, colleague_id,
        seq, company_name, company_number, number_key, name_key, person_name, emails, phones,
        relation, relation_since, note, tags)
      select ${id('lead')}, 1, ${id('card')}, ${id('contact')}, ${colleague}::uuid, n,
        initcap(${company}), ${number}, ${number}, ${company}, initcap(${person}),
        jsonb_build_array(${mail}), jsonb_build_array(${phone}), 'prospect', n,
        'Wants an offer for ' || n || ' pallets.', '[]' from ${people}`)
    await run(sql`insert into activity select ${id('lead')}, ${id('lead')}, 0, 'offer',
      date '2026-01-01' + (n % 300)::int, 'Sent the offer no. ' || n from ${people}`)
    await run(sql`select setval('touch_order', ${sql.lit(count)})`)
  })
  await sql`vacuum analyze`.execute(db)
}

const number = sql`(900000000 + n)::text`

/** The id of the n-th card, or of its i-th contact or lead. */
function id(kind: 'card' | 'contact' | 'lead', place?: number) {
  const which = kind === 'card' ? sql`''` : place === undefined ? sql`i` : sql.lit(place)
  return sql`md5(${sql.lit(kind)} || n || '-' || ${which})::uuid`
}

function word(words: string[], place: string) {
  const list = sql.join(words.map(each => sql.lit(each)))
  return sql`(array[${list}])[1 + (${sql.raw(place)}) % ${sql.lit(words.length)}]`
}
