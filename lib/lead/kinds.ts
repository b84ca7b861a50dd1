/**
 * The words of a customer card, in the order in which a sale goes through them. Apart from the
 * schema, which is checked by a library that no list of words needs.
 */
export const ACTIVITY_KINDS = [
  'outgoing-call',
  'inbound-enquiry',
  'meeting-booked',
  'minutes',
  'offer',
  'acceptance',
  'sale',
  'note',
] as const
