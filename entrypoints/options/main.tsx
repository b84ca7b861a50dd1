import { render } from 'preact'
import '../../assets/pages.css'
import { CrmTab } from '../../components/CrmTab.tsx'
import { FollowUpsTab } from '../../components/FollowUpsTab.tsx'
import { LeadsTab } from '../../components/LeadsTab.tsx'
import { OptionsPage } from '../../components/OptionsPage.tsx'
import { Page } from '../../components/Page.tsx'
import { SettingsTab } from '../../components/SettingsTab.tsx'
import { ToTellTab } from '../../components/tell/ToTellTab.tsx'
import { allowAccess, connect } from '../../lib/desk/connect.ts'
import { createFollowUps } from '../../lib/desk/followUps.ts'
import { createList } from '../../lib/desk/list.ts'
import { defaultCountry } from '../../lib/language/words.ts'
import { calendarDate } from '../../lib/lead/dates.ts'
import { COUNTRIES } from '../../lib/lead/phone.ts'
import { chromiumScreen } from '../../lib/remind/chromium.ts'
import { firefoxScreen } from '../../lib/remind/firefox.ts'
import { connection } from '../../lib/settings/connection.ts'
import {
  countryOf,
  readPreferences,
  watchPreferences,
  writePreferences,
} from '../../lib/settings/preferences.ts'
import { reminders } from '../../lib/settings/reminders.ts'
import { tokenOf } from '../../lib/settings/secret.ts'
import { failureOf } from '../../lib/store/failure.ts'
import { metToken } from '../../lib/store/tokens.ts'
import { askCheck } from '../../lib/sync/askCheck.ts'

let country = defaultCountry(navigator.languages)
const list = createList(() => country)
const followUps = createFollowUps(import.meta.env.FIREFOX ? firefoxScreen : chromiumScreen)

/** The popup leads to those who were met where somebody is. */
const named = new URLSearchParams(location.search).get('met')
const metAt = named === null ? '' : metToken(named)

const actions = {
  check: askCheck,
  allow: allowAccess,
  async save(address: string, token: string) {
    const saved = await connect(address, token)
    return saved.ok ? undefined : { code: saved.fault }
  },
  whyFailed: failureOf,
}

async function onSwitch(isOn: boolean): Promise<boolean> {
  if (isOn) return reminders.switchOn(calendarDate(new Date()))
  await reminders.switchOff()
  return true
}

async function draw() {
  const read = [readPreferences(), connection.read(), reminders.read()] as const
  const [chosen, current, since] = await Promise.all(read)
  const isReminded = since !== undefined
  country = countryOf(chosen, navigator.languages)
  const hasToken = current !== undefined && (await tokenOf(current)) !== undefined
  const panels = {
    leads: () => <LeadsTab list={list} metAt={metAt} />,
    tell: () => <ToTellTab teller={list.teller} />,
    'follow-ups': () => (
      <FollowUpsTab list={followUps} isReminded={isReminded} onOpen={list.open} />
    ),
    crm: () => <CrmTab address={current?.address ?? ''} hasToken={hasToken} actions={actions} />,
    settings: () => (
      <SettingsTab
        countries={COUNTRIES}
        browserCountry={defaultCountry(navigator.languages)}
        preferences={chosen}
        onChange={writePreferences}
        reminding={{ isOn: isReminded, onSwitch, whyFailed: failureOf }}
      />
    ),
  }
  render(
    <Page preferences={chosen}>
      <OptionsPage panel={tab => panels[tab]()} />
    </Page>,
    document.body,
  )
}

watchPreferences(draw)
connection.watch(draw)
reminders.watch(draw)
void draw()
