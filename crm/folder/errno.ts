/** Whether the system gave this reason: `ENOENT`, `EEXIST`, … */
export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
