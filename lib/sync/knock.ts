import { browser } from 'wxt/browser'

/**
 * The alarm that pages set before they write what is to be sent. One of its own, that no worker
 * takes back: it may have looked, found nothing, and be about to say that no alarm is needed.
 */
export const KNOCK = 'knock'

/** The one of a form in which somebody types: it is put off for as long, and `KNOCK` never is. */
export const TYPED = 'typed'

/**
 * Sees to it that the worker wakes within a minute, whatever becomes of this page. To be called
 * before what is to be sent is written, so that nothing can come between.
 */
export const knock = (name = KNOCK) => browser.alarms.create(name, { delayInMinutes: 0.5 })
