import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** What the figures were measured on; without its name. */
export function machine() {
  return {
    date: new Date().toISOString().slice(0, 10),
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
    /** Over the last minute, as the run begins: on a machine that is busy the figures say little. */
    load: Number(loadavg()[0]?.toFixed(1)),
  }
}
