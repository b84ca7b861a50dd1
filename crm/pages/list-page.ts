import { html } from 'hono/html'
import type { ListedCard } from '../store/list-cards.ts'
import { dayOf } from './day.ts'
import type { Html } from './layout.ts'
import type { Words } from './words.ts'

type List = { cards: ListedCard[]; next: number | null }

/** The cards, with a search over them. */
export function listPage(words: Words, { cards, next }: List, search: string): Html {
  const { t } = words
  return html`<h1>${search === '' ? t('list.title') : t('list.found', { search })}</h1>
<form class="search" role="search" action="/">
<label for="q">${t('list.search')}</label>
<div class="search-row">
<input id="q" name="q" type="search" value="${search}" maxlength="200" autocomplete="off" dir="auto">
<button>${t('list.submit')}</button>
</div>
</form>
${search === '' ? '' : html`<p class="after-search"><a href="/">${t('list.clear')}</a></p>`}
${cards.length === 0 ? emptyList(words, search) : html`<ul class="cards paper">${cards.map(card => row(words, card))}</ul>`}
${next === null ? '' : html`<nav><a class="older" rel="next" href="${olderAddress(search, next)}">${t('list.older')}</a></nav>`}`
}

function row(words: Words, card: ListedCard): Html {
  const { t, date } = words
  const { mainContact: main, people } = card
  const who =
    main === null
      ? t('list.people', { count: people })
      : t('list.peopleWithMain', { main, count: people - 1 })
  return html`<li>
<div class="row-name">
<a href="/cards/${card.id}" dir="auto">${card.name}</a>
${card.number === null ? '' : html`<span class="faint">${t('list.number', { number: card.number })}</span>`}
</div>
<div class="row-who" dir="auto">${who}</div>
<div class="row-relation">${card.relation === null ? '' : html`<span class="pill ${card.relation}">${t(`relation.${card.relation}`)}</span>`}</div>
<div class="row-last">${t('list.conversations', { count: card.conversations })}<span class="faint">${t('list.touched', { date: date(dayOf(card.updatedAt), 'medium') })}</span></div>
</li>`
}

function emptyList({ t }: Words, search: string): Html {
  return html`<p class="empty">${search === '' ? t('list.empty') : t('list.none', { search })}</p>`
}

function olderAddress(search: string, next: number): string {
  const query = new URLSearchParams(search === '' ? {} : { q: search })
  query.set('after', String(next))
  return `/?${query}`
}
