import { cors } from 'hono/cors'

const EXTENSION = /^(?:chrome|moz|safari-web)-extension:\/\/[\w-]+$/

/**
 * Browser extensions may ask across origins, so that one needs no host permission for this CRM.
 * Web pages may not. Cookies play no part: the API knows only the token.
 */
export function corsForExtensions() {
  return cors({
    origin: origin => (EXTENSION.test(origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type'],
    exposeHeaders: ['Retry-After'],
    maxAge: 600,
  })
}
