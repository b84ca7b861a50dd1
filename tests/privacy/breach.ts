/** How a promise can be broken, by what was seen. Each check below returns those that it found. */
export type BreachKind =
  // at the gate, through which everything passes that leaves the browser
  | 'another host was asked'
  | 'a social network was asked'
  | 'a redirect was followed'
  // in what was sent to the CRM
  | 'a canary left'
  | 'more than the reviewed lead left'
  | 'drafts change the traffic'
  | 'a request that nobody pressed for'
  // in what the extension keeps, and what it can do
  | 'a canary is kept'
  | 'a page was changed'
  | 'a page can see the extension'
  | 'a host may be read'
  | 'another extension is answered'
  | 'there is a second door'

export interface Breach {
  readonly kind: BreachKind
  /** What was seen, for whoever has to find the cause. */
  readonly detail: string
}

/** The kinds that were found, each once, for comparing with what was planted. */
export const kindsOf = (breaches: readonly Breach[]): BreachKind[] =>
  [...new Set(breaches.map(({ kind }) => kind))].sort()
