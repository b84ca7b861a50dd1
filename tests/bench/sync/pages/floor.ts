import { floor } from './loops.ts'
import { offer } from './offer.ts'

offer(floor)
