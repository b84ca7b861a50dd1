import { html } from 'hono/html'
import type { Card } from '../store/read-card.ts'
import {
  type ContactFacts,
  companyDifferences,
  contactFacts,
  type Difference,
} from './card-facts.ts'
import type { Html } from './layout.ts'
import { mailLink, phoneLink, webLink } from './links.ts'
import { type Entry, promises, timeline } from './timeline.ts'
import type { Words } from './words.ts'

/**
 * A customer card: what a colleague reads who takes the customer over. The company, what was
 * promised, the people, and then all that was said.
 */
export function cardPage(words: Words, card: Card, today: string): Html {
  const { t } = words
  return html`<p class="no-print"><a href="/">${t('card.all')}</a></p>
<article class="card">
<header>
<h1 dir="auto">${card.name}</h1>
${companyFacts(words, card)}
${differenceList(words, companyDifferences(card))}
</header>
${promiseList(words, promises(card, today))}
<section class="people" aria-labelledby="contacts">
<h2 id="contacts">${t('card.contacts')}</h2>
<ul>${contactFacts(card).map(contact => contactItem(words, contact))}</ul>
</section>
<section class="history" aria-labelledby="history">
<h2 id="history">${t('card.history')}</h2>
<ol class="paper">${timeline(card).map(entry => entryItem(words, entry))}</ol>
</section>
</article>
<p class="faint no-print">${t('card.print')}</p>`
}

function companyFacts({ t }: Words, { number, website, relation }: Card): Html {
  return html`<dl class="facts">
${number === null ? '' : html`<div><dt>${t('card.number')}</dt><dd>${number}</dd></div>`}
${website === null ? '' : html`<div><dt>${t('card.website')}</dt><dd>${webLink(website)}</dd></div>`}
${relation === null ? '' : html`<div><dt>${t('card.relation')}</dt><dd><span class="pill ${relation}">${t(`relation.${relation}`)}</span></dd></div>`}
</dl>`
}

function promiseList({ t, date }: Words, standing: ReturnType<typeof promises>): Html {
  if (standing.length === 0) return html``
  const items = standing.map(({ day, name, author, isOverdue }) => {
    const key = isOverdue ? 'card.promiseOverdue' : 'card.promise'
    return html`<li${isOverdue ? html` class="overdue"` : ''}>${t(key, { date: date(day), name, author })}</li>`
  })
  return html`<section class="promised paper" aria-labelledby="promised">
<h2 id="promised">${t('card.promised')}</h2>
<ul>${items}</ul>
</section>`
}

function contactItem(words: Words, contact: ContactFacts): Html {
  const { t } = words
  const ways = [
    ...contact.emails.map(mailLink),
    ...contact.phones.map(phoneLink),
    ...(contact.profile === null ? [] : [webLink(contact.profile, t('card.profile'))]),
  ]
  return html`<li class="paper">
<h3><span dir="auto">${contact.name}</span>${contact.isMain ? html` <span class="main-contact">${t('card.main')}</span>` : ''}</h3>
${contact.title === null ? '' : html`<p dir="auto">${contact.title}</p>`}
${ways.length === 0 ? '' : html`<ul class="ways">${ways.map(way => html`<li>${way}</li>`)}</ul>`}
${differenceList(words, contact.differences)}
</li>`
}

function differenceList({ t, date }: Words, differences: Difference[]): Html {
  if (differences.length === 0) return html``
  const items = differences.map(({ field, value, author, day }) => {
    const said = { field: t(`field.${field}`), value, author, date: date(day) }
    return html`<li dir="auto">${t('card.difference', said)}</li>`
  })
  return html`<div class="differences"><h4>${t('card.also')}</h4><ul>${items}</ul></div>`
}

function entryItem(words: Words, entry: Entry): Html {
  const { t, date } = words
  return html`<li>
<div class="entry-head">
<h3>${entry.kind === 'conversation' ? t('card.conversation') : t(`kind.${entry.kind}`)}</h3>
<p class="entry-meta"><span dir="auto">${t('card.with', { name: entry.contactName })}</span><span>${t('card.by', { date: date(entry.day), author: entry.author })}</span></p>
</div>
${meeting(words, entry)}
${entry.text === null ? '' : html`<p class="words" dir="auto">${entry.text}</p>`}
${entry.tags.length === 0 ? '' : html`<ul class="tags" aria-label="${t('card.tags')}">${entry.tags.map(tag => html`<li dir="auto">${tag}</li>`)}</ul>`}
</li>`
}

function meeting({ t }: Words, { event, where }: Entry): Html {
  if (event !== null && where !== null) {
    return html`<p dir="auto">${t('card.metAtIn', { event, where })}</p>`
  }
  if (event !== null) return html`<p dir="auto">${t('card.metAt', { event })}</p>`
  return where === null ? html`` : html`<p dir="auto">${t('card.metIn', { where })}</p>`
}
