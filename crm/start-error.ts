/** Why the CRM can't start, in a sentence for whoever started it. */
export class StartError extends Error {
  override name = 'StartError'
}
