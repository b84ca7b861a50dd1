import { gzipSync } from 'node:zlib'
import metadata from 'libphonenumber-js/min/metadata'
import { expect, test, vi } from 'vitest'
import { readPhone } from '../lib/lead/phone.ts'
import { unpacked } from './phoneRows.ts'
import { packed } from './phoneTables.ts'

const light = unpacked(packed(metadata))

test('most of the tables is not read, and stays away', () => {
  const weigh = (text: string) => gzipSync(text).length
  expect(weigh(packed(metadata))).toBeLessThan(weigh(JSON.stringify(metadata)) / 3)
})

test('what is read comes back as it was', () => {
  const read = (rows: Record<string, unknown[]> = {}) =>
    Object.fromEntries(
      Object.entries(rows).map(([name, row]) => [
        name,
        [0, 1, 2, 3, 5, 7, 8].map(place => row[place] || 0),
      ]),
    )
  expect(read(light.countries)).toEqual(read(metadata.countries))
  expect(read(light.nonGeographic)).toEqual(read(metadata.nonGeographic))
  const codes = Object.entries(metadata.country_calling_codes)
  expect(light.country_calling_codes).toEqual(
    Object.fromEntries(codes.map(([code, [first]]) => [code, [first]])),
  )
})

test('numbers of every country are read the same from what is left', async () => {
  vi.doMock('libphonenumber-js/min/metadata', () => ({ default: light }))
  vi.resetModules()
  const { readPhone: readLight } = await import('../lib/lead/phone.ts')
  const numbers = ['2233445', '22334455', '0912345678', '701234567', '0612345678', '2125550123']
  let read = 0
  const compare = (text: string, country: string) => {
    const number = readPhone(text, country)
    if (number !== undefined) read++
    expect(readLight(text, country), `${text} in ${country}`).toBe(number)
  }
  for (const [country, [code]] of Object.entries(metadata.countries)) {
    for (const number of numbers) {
      compare(number, country)
      compare(`+${code}${number}`, 'NO')
    }
  }
  expect(read).toBeGreaterThan(1000)
  vi.doUnmock('libphonenumber-js/min/metadata')
})

test('tables that this code does not know are refused', () => {
  expect(() => packed({ ...metadata, version: 5 } as typeof metadata)).toThrow('version 5')
})
