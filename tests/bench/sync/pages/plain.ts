import { plainLoop } from './loops.ts'
import { offer } from './offer.ts'

offer(plainLoop)
