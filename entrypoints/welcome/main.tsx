import { render } from 'preact'
import '../../assets/pages.css'
import { Page } from '../../components/Page.tsx'
import { WelcomePage } from '../../components/WelcomePage.tsx'
import { calendarDate } from '../../lib/lead/dates.ts'
import { CONSENT_VERSION, consent } from '../../lib/settings/consent.ts'
import { preferences } from '../../lib/settings/preferences.ts'

const agree = () => consent.write({ version: CONSENT_VERSION, on: calendarDate(new Date()) })

async function draw() {
  const [chosen, given] = await Promise.all([preferences.read(), consent.read()])
  render(
    <Page preferences={chosen}>
      <WelcomePage agreed={given !== undefined} onAgree={agree} />
    </Page>,
    document.body,
  )
}

consent.watch(draw)
preferences.watch(draw)
void draw()
