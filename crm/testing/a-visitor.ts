import { type anApp, ORIGIN, TOKEN } from './an-app.ts'

/** Somebody with a browser, on the pages of an app. */
export function aVisitor(app: ReturnType<typeof anApp>) {
  const submit = (path: string, fields: Record<string, string>, headers = {}) => {
    const body = new URLSearchParams(fields).toString()
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN }
    return app.request(path, { method: 'POST', body, headers: { ...form, ...headers } })
  }
  /** Signs in with the form, and returns the cookie. */
  const signIn = async (): Promise<string> => {
    const answer = await submit('/sign-in', { token: TOKEN })
    return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
  return {
    submit,
    signIn,
    /** A page as it is seen after signing in. */
    async see(path: string, headers: Record<string, string> = {}): Promise<string> {
      const answer = await app.request(path, { headers: { cookie: await signIn(), ...headers } })
      return answer.text()
    },
  }
}
