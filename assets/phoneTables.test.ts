import metadata from 'libphonenumber-js/min/metadata'
import { expect, test, vi } from 'vitest'
import { readPhone } from '../lib/lead/phone.ts'
import { lightened } from './phoneTables.ts'

const light = lightened(metadata)

test('two thirds of the tables are not read, and stay away', () => {
  const weight = (tables: unknown) => JSON.stringify(tables).length
  expect(weight(light)).toBeLessThan(weight(metadata) / 3)
  expect(Object.keys(light.countries)).toEqual(Object.keys(metadata.countries))
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
  expect(() => lightened({ ...metadata, version: 5 } as typeof metadata)).toThrow('version 5')
})
