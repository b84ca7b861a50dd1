/**
 * Node's emitter as far as PouchDB takes it, which counts on a bundler to bring one. A function and
 * not a class: PouchDB copies what can be enumerated.
 */

type Listener = ((...values: unknown[]) => void) & { first?: Listener }
interface Emitter {
  heard?: Map<string, Listener[]>
}

function EventEmitter(this: Emitter) {
  this.heard = new Map()
}

const heardBy = (emitter: Emitter) => {
  emitter.heard ??= new Map()
  return emitter.heard
}

const methods = {
  on(this: Emitter, type: string, listener: Listener) {
    heardBy(this).set(type, [...(heardBy(this).get(type) ?? []), listener])
    return this
  },
  once(this: Emitter, type: string, listener: Listener) {
    const once: Listener = (...values) => {
      methods.removeListener.call(this, type, once)
      listener.apply(this, values)
    }
    once.first = listener
    return methods.on.call(this, type, once)
  },
  removeListener(this: Emitter, type: string, listener: Listener) {
    const left = (heardBy(this).get(type) ?? []).filter(
      each => each !== listener && each.first !== listener,
    )
    heardBy(this).set(type, left)
    return this
  },
  removeAllListeners(this: Emitter, type?: string) {
    if (type === undefined) heardBy(this).clear()
    else heardBy(this).delete(type)
    return this
  },
  emit(this: Emitter, type: string, ...values: unknown[]) {
    const listeners = heardBy(this).get(type) ?? []
    for (const listener of listeners) listener.apply(this, values)
    return listeners.length > 0
  },
  listeners(this: Emitter, type: string) {
    return heardBy(this).get(type) ?? []
  },
  setMaxListeners(this: Emitter) {
    return this
  },
}

Object.assign(EventEmitter.prototype, methods)
EventEmitter.listenerCount = (emitter: Emitter, type: string) =>
  heardBy(emitter).get(type)?.length ?? 0

export default EventEmitter
