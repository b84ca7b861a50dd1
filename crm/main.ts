import { readEnvironment } from './environment.ts'
import { startCrm } from './server.ts'

try {
  const crm = await startCrm(readEnvironment(process.env))
  // Not `once`: a terminal's Ctrl-C reaches us twice, from it and from the npm script around us.
  const end = () => void crm.close().then(() => process.exit(0))
  process.on('SIGTERM', end).on('SIGINT', end)
  console.log(`Kundekort CRM ready: ${crm.url} token: ${crm.token}`)
} catch (error) {
  console.error(`Kundekort CRM: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
