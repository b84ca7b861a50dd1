import type { DiskFault } from '../disk/disk.ts'
import type { Fault } from '../network/faults.ts'
import type { Setting } from '../world/world.ts'

/** One thing that is done to the world. Plain data, so that a story can be kept, shrunk and told. */
export type Act =
  /** Lets so many events happen, one after the other. */
  | { do: 'events'; count: number }
  /** Lets time pass, with all that happens in it. */
  | { do: 'sleep'; ms: number }
  | { do: 'edit' | 'take back' | 'take back a note' | 'reopen'; lead: string }
  | { do: 'note'; lead: string; dies?: boolean }
  | { do: 'promote'; leads: string[]; dies?: boolean }
  | { do: 'retry' | 'resume'; dies?: boolean }
  | { do: 'pause' | 'connect' | 'work' | 'kill' }
  /** Another worker while the first is still there. */
  | { do: 'another worker' }
  /** Newer code: the worker ends, alarms are gone, and a new one starts. */
  | { do: 'update' }
  | { do: 'power cut' }
  | { do: 'set clock'; ms: number }
  | { do: 'grant'; granted: boolean }
  | { do: 'befall'; fault: Fault; times: number }
  | { do: 'fail to write'; after: number; with: DiskFault }

export interface Story extends Setting {
  acts: readonly Act[]
}
