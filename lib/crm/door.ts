import { takeNetwork } from './http.ts'

/**
 * The worker's door. Importing this module takes the network out of the worker, so it has to be the
 * first import of the worker's first module.
 */
export const door = takeNetwork(globalThis)
