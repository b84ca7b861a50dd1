import { render } from 'preact'
import '../../assets/pages.css'
import { Page } from '../../components/Page.tsx'
import { WelcomePage } from '../../components/WelcomePage.tsx'
import { calendarDate } from '../../lib/lead/dates.ts'
import { CONSENT_VERSION, consent } from '../../lib/settings/consent.ts'
import { dataConsent } from '../../lib/settings/dataConsent.ts'
import { readPreferences, watchPreferences } from '../../lib/settings/preferences.ts'

async function agree() {
  // First of all: after anything else the click no longer counts.
  if (!(await dataConsent.ask())) return
  await consent.write({ version: CONSENT_VERSION, on: calendarDate(new Date()) })
  await draw() // the day may be the same as before
}

async function draw() {
  const [chosen, given, isAllowed] = await Promise.all([
    readPreferences(),
    consent.read(),
    dataConsent.maySend(),
  ])
  render(
    <Page preferences={chosen}>
      <WelcomePage agreed={given !== undefined && isAllowed} onAgree={agree} />
    </Page>,
    document.body,
  )
}

consent.watch(draw)
watchPreferences(draw)
void draw()
