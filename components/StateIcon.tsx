import type { LeadState } from '../lib/store/leads.ts'

const RING = 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z'

/** A shape for each state, so that no state is told by its colour alone. */
const SHAPES: Record<LeadState['is'], string> = {
  draft: 'M10.8 2.6l2.6 2.6-7.9 7.9-3 .4.4-3zM9.2 4.2l2.6 2.6',
  waiting: `${RING}M8 4.9V8l2.1 1.6`,
  sending: `${RING}M8 11V5.2M5.5 7.5L8 5l2.5 2.5`,
  'on-card': `${RING}M5.2 8.3l1.9 1.9 3.7-4.1`,
  'needs-you': 'M8 2.2L14.2 13H1.8zM8 6.4v3M8 11.1v.4',
}

/** The drawing beside a state's word, which says the same: screen readers pass it by. */
export function StateIcon({ is }: { is: LeadState['is'] }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[is]} />
    </svg>
  )
}
