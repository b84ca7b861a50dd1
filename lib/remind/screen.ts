/** What a notification says. */
export interface Note {
  /** One of the same name is replaced. */
  id: string
  title: string
  text: string
  /** What it can be answered with at once, where the browser has buttons for that. */
  buttons: readonly { is: Answer; title: string }[]
}

export type Answer = 'done' | 'later'

/** Where notifications are shown: each browser has its own way. */
export interface Screen {
  /** @throws where the browser does not let us */
  show(note: Note): Promise<void>
  clear(id: string): Promise<void>
  /**
   * Has a press on a notification heard, or on one of its buttons. To be called at once when the
   * worker starts, as an event that comes before its listener is lost.
   */
  listen(hear: (id: string, answer: Answer | undefined) => Promise<void>): void
}
