import { mergeConfig } from 'vitest/config'
import base from '../../vitest.config.ts'

/** The tests beside the engine alone: with the simulation's thousands of runs a mutant takes a minute. */
const config = mergeConfig(base, {})
config.test.include = ['lib/{sync,crm,store}/**/*.test.ts']
config.test.root = new URL('../..', import.meta.url).pathname

export default config
