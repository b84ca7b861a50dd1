/** A clock that goes from one event to the next. */
export interface Clock {
  /** Milliseconds since the simulated day began. */
  now(): number
  /** Calls back at a time; at the earliest now. */
  at(time: number, task: () => void): void
  /** Goes on until nothing is left to happen, or until this time. */
  runUntil(end: number): Promise<void>
}

interface Event {
  time: number
  order: number
  task: () => void
}

/** Events in a binary heap; all that is due at one time runs before the next is looked for. */
export function createClock(): Clock {
  const heap: Event[] = []
  let now = 0
  let order = 0
  const isBefore = (a: Event, b: Event) => a.time - b.time || a.order - b.order

  function push(event: Event) {
    let place = heap.push(event) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (isBefore(heap[parent] as Event, event) <= 0) break
      heap[place] = heap[parent] as Event
      place = parent
    }
    heap[place] = event
  }

  function pop(): Event | undefined {
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Event, heap[child] as Event) < 0) {
        child += 1
      }
      if (isBefore(last, heap[child] as Event) <= 0) break
      heap[place] = heap[child] as Event
      place = child
    }
    heap[place] = last
    return first
  }

  return {
    now: () => now,
    at(time, task) {
      order += 1
      push({ time: Math.max(time, now), order, task })
    },
    async runUntil(end) {
      while (heap[0] !== undefined && heap[0].time <= end) {
        now = heap[0].time
        while (heap[0]?.time === now) pop()?.task()
        // What was called may wait for promises that are kept already; all of it happens now.
        await new Promise(resolve => setImmediate(resolve))
      }
    },
  }
}
