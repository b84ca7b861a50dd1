/**
 * The value with every U+0000 in its strings shown as U+FFFD. JSON can carry the character and
 * PostgreSQL can't keep it; refusing the lead for something that nobody can see or find would leave
 * its writer stuck.
 */
export function storable<T>(value: T): T {
  return (replaced(value) ?? value) as T
}

function replaced(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '\uFFFD')
  if (Array.isArray(value)) return value.map(replaced)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner)]))
}
