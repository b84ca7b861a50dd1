import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Listening, listen } from '../../servers/listen.ts'

/** Serves the pages that `bundle` made of a folder: `/NAME` is a page with `NAME.js` in it. */
export const serve = (folder: string): Promise<Listening> =>
  listen(async ({ path }, response) => {
    const name = basename(path)
    const isScript = name.endsWith('.js')
    const type = isScript ? 'text/javascript' : 'text/html'
    const html = `<!doctype html><title>${name}</title><script type="module" src="/${name}.js"></script>`
    const body = isScript ? await readFile(join(folder, path)) : html
    response.writeHead(200, { 'content-type': type }).end(body)
  })
