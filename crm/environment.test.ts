import { expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'
import { StartError } from './start-error.ts'

it('has a default for everything', () => {
  expect(readEnvironment({})).toEqual({
    host: '127.0.0.1',
    port: 8787,
    token: undefined,
    data: '.data/crm',
    user: 'The owner',
    isLogging: false,
    databaseUrl: undefined,
    publicUrl: undefined,
    rateLimit: 600,
  })
})

it('takes what is set, and an empty variable for one that is not', () => {
  const settings = readEnvironment({
    HOST: '::1',
    PORT: '0',
    CRM_TOKEN: '',
    CRM_LOG: '1',
    RATE_LIMIT: '0',
    PUBLIC_URL: 'https://crm.example/',
    DATABASE_URL: 'postgres://sample@db.example/crm',
  })
  expect(settings).toMatchObject({
    host: '::1',
    port: 0,
    token: undefined,
    isLogging: true,
    rateLimit: 0,
    publicUrl: 'https://crm.example',
    databaseUrl: 'postgres://sample@db.example/crm',
  })
})

it.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', 'http'],
  ['PORT', '80.5'],
  ['HOST', 'a host'],
  ['CRM_TOKEN', 'two words'],
  ['CRM_LOG', 'yes'],
  ['RATE_LIMIT', '-1'],
  ['RATE_LIMIT', 'many'],
  ['DATABASE_URL', 'mysql://db.example/crm'],
  ['PUBLIC_URL', 'crm.example'],
  ['PUBLIC_URL', 'https://crm.example/path'],
  ['PUBLIC_URL', 'ftp://crm.example'],
])('says in a sentence what is wrong with %s=%s', (name, value) => {
  const read = () => readEnvironment({ [name]: value })
  expect(read).toThrow(StartError)
  expect(read).toThrow(new RegExp(`^[^\\n]*${name}[^\\n]*\\.$`))
})
