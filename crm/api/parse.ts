import type * as z from 'zod/mini'
import { Refusal } from './problem.ts'

const MOST_PATHS = 5

/**
 * The body of a request as the schema has it.
 *
 * @throws Refusal 422 that names the fields which don't fit, never what is in them
 */
export function parseBody<S extends z.ZodMiniType>(schema: S, body: unknown): z.output<S> {
  const read = schema.safeParse(body)
  if (!read.success) throw new Refusal('invalid-request', describeIssues(read.error.issues))
  return read.data
}

/** Which fields are wrong, by their paths: `person.emails.0`. Their values stay out of it. */
export function describeIssues(issues: z.core.$ZodIssue[]): string {
  const paths = [...new Set(issues.map(issue => pathOf(issue)))]
  const named = paths.slice(0, MOST_PATHS).join(', ')
  const more = paths.length - MOST_PATHS
  return `Not as the contract has it: ${named}${more > 0 ? ` and ${more} more` : ''}.`
}

/** A field that isn't known is named by its place only: its name is the sender's, like a value. */
function pathOf(issue: z.core.$ZodIssue): string {
  const path = issue.path.map(String).join('.')
  if (issue.code !== 'unrecognized_keys') return path === '' ? 'the whole' : path
  return path === '' ? 'an unknown field' : `an unknown field in ${path}`
}
