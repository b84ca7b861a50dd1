import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

/** Edge lengths in CSS px that Chromium and Firefox ask for in toolbar, lists and stores. */
export const ICON_SIZES = [16, 32, 48, 96, 128] as const

/**
 * Renders `icon.svg` to PNG files, once a build, so that the drawing stays the only source.
 *
 * @param outDir folder for the files; made if it isn't there
 * @returns where each file is, and where in the extension it goes
 */
export async function renderIcons(outDir: string) {
  const svg = await readFile(new URL('./icon.svg', import.meta.url))
  return Promise.all(
    ICON_SIZES.map(async size => {
      const relativeDest = `icon/${size}.png`
      const absoluteSrc = join(outDir, relativeDest)
      await mkdir(dirname(absoluteSrc), { recursive: true })
      await writeFile(
        absoluteSrc,
        new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng(),
      )
      return { absoluteSrc, relativeDest }
    }),
  )
}
