import { FAULTS, type Fault } from '../network/faults.ts'
import { chancesFrom } from '../random.ts'
import type { Act, Story } from './story.ts'

const YEARS = 10 * 365 * 24 * 3600 * 1000
const FAULT_NAMES = Object.keys(FAULTS) as Fault[]

/** How often each act comes, in shares. */
const SHARES: Record<Act['do'], number> = {
  events: 26,
  sleep: 8,
  edit: 6,
  promote: 12,
  note: 7,
  'take back a note': 2,
  'take back': 5,
  reopen: 4,
  retry: 4,
  resume: 2,
  pause: 2,
  connect: 2,
  work: 3,
  kill: 6,
  'another worker': 2,
  update: 1,
  'power cut': 1,
  'set clock': 2,
  grant: 2,
  befall: 11,
  'fail to write': 3,
}
const NAMES = Object.entries(SHARES).flatMap(([name, share]) =>
  Array<Act['do']>(share).fill(name as Act['do']),
)

/** Makes up a story: the same from the same seed. */
export function tell(seed: number): Story {
  const chances = chancesFrom(seed)
  const { below, oneOf, is } = chances
  const leads = Array.from({ length: is(0.1) ? 12 : 1 + below(4) }, (_, index) => `lead-${index}`)
  const some = () => (is(0.4) ? leads : leads.filter(() => is(0.5)))
  const dying = () => (is(0.15) ? { dies: true } : {})

  function act(): Act {
    const name = oneOf(NAMES)
    switch (name) {
      case 'events':
        return { do: name, count: is(0.6) ? 1 + below(6) : 1 + below(30) }
      case 'sleep':
        return { do: name, ms: oneOf([100, 1000, 16_000, 31_000, 120_000, 3_600_000, 108_000_000]) }
      case 'promote':
        return { do: name, leads: some(), ...dying() }
      case 'note':
        return { do: name, lead: oneOf(leads), ...dying() }
      case 'edit':
      case 'take back':
      case 'take back a note':
      case 'reopen':
        return { do: name, lead: oneOf(leads) }
      case 'retry':
      case 'resume':
        return { do: name, ...dying() }
      case 'set clock':
        return { do: name, ms: oneOf([YEARS, -YEARS, 3_600_000, -3_600_000, 40_000, -40_000]) }
      case 'grant':
        return { do: name, granted: is(0.5) }
      case 'befall':
        return { do: name, fault: oneOf(FAULT_NAMES), times: is(0.8) ? 1 : 1 + below(6) }
      case 'fail to write':
        return { do: name, after: below(5), with: oneOf(['QuotaExceededError', 'AbortError']) }
      default:
        return { do: name }
    }
  }

  /** What often follows one another, and seldom would by chance. */
  function chapter(): Act[] {
    const lead = oneOf(leads)
    const promote: Act = { do: 'promote', leads: [lead] }
    const sleep: Act = { do: 'sleep', ms: oneOf([16_000, 31_000, 120_000]) }
    const lost = oneOf(['dropped after', 'timed out after it was done', '503 after it was done'])
    const stop = oneOf([401, 403, 'redirect'] as const)
    return oneOf<Act[]>([
      [{ do: 'edit', lead }, promote, sleep],
      [{ do: 'reopen', lead }, { do: 'edit', lead }, promote],
      [
        { do: 'befall', fault: lost as Fault, times: 1 },
        { do: 'befall', fault: stop, times: 1 },
      ],
      [{ do: 'work' }, { do: 'events', count: 1 + below(12) }, { do: 'kill' }, sleep],
    ])
  }

  const acts: Act[] = leads.map(lead => ({ do: 'edit', lead }))
  const length = 4 + below(24)
  while (acts.length < length + leads.length) acts.push(...(is(0.15) ? chapter() : [act()]))
  const lead = leads[0] ?? ''
  const how = is(0.5) ? 'refused' : 'poison'
  return {
    seed,
    crm: oneOf(['open', 'open', 'marker', 'key', 'notes'] as const),
    most: is(0.2) ? 1 + below(3) : 100,
    ms: oneOf([40, 40, 40, 1500, 7000]),
    ...(is(0.1) ? { bad: { lead, how } } : {}),
    acts,
  }
}
