import { expect, test } from 'vitest'
import { findPhones } from './phone.ts'

test.each([
  ['Tlf. 22 33 44 55', 'NO', ['+4722334455']],
  ['Mob: 912 34 567 / 22 33 44 55', 'NO', ['+4791234567', '+4722334455']],
  ['Fax 22 33 44 55', 'NO', []],
  ['eFax: (312) 555-0199', 'US', []],
  ['F 415.555.0101', 'US', []],
  ['T/F: 22 33 44 55', 'NO', []],
  ['Telefaks 22 33 44 55 Tlf 22 33 44 56', 'NO', ['+4722334456']],
  [
    'Telefon 55 10 20 30   Mobil 400 10 203   Telefaks 55 10 20 31',
    'NO',
    ['+4755102030', '+4740010203'],
  ],
  ['Kontortid: 0830–1500, ring 41 55 80 37', 'NO', ['+4741558037']],
  ['Ditt ärende har nummer 2025-118834', 'SE', []],
  ['Ring in: 08-465 004 90', 'SE', []],
  ['Am Siel 12 26506 Norden', 'DE', []],
  ['Rückruf: 0421 555 020', 'DE', ['+49421555020']],
  ['Stadskontoret 0555-123 45', 'SE', ['+4655512345']],
  ['(312) 555-0142 ext. 408', 'US', ['+13125550142']],
  ['+46 (0)70-174 06 12', 'NO', ['+46701740612']],
  ['0047 62 78 01 13', 'NO', ['+4762780113']],
  ['+49 30 23125-417', 'DE', ['+493023125417']],
  ['CVR 31 40 72 95', 'DK', []],
  ['Org.nr. 911 000 008', 'NO', []],
  ['Kontonr. 1813 40 55027', 'NO', []],
  ['01.12.2025', 'NO', []],
  ['250 000 NOK', 'NO', []],
  ['09.30-17.30', 'NO', []],
  ['Dial-in: +47 21 40 20 10,,334857120#', 'NO', []],
  ['D-84478 Waldkraiburg', 'DE', []],
  ['800 33 210 (24/7)', 'NO', ['+4780033210']],
  ['tel +39 02 1234567', 'IT', ['+39021234567']],
  ['212.555.0142 direct\n212.555.0143 fax', 'US', ['+12125550142']],
  ['tlf: 55.20.30.14', 'NO', ['+4755203014']],
  ['Vipps 614077', 'NO', []],
  ['NIP 521-30-17-228', 'PL', []],
  ['911000008\t22334455', 'NO', ['+4722334455']],
])('%s', (text, country, phones) =>
  expect(findPhones(text, country).map(one => one.value)).toEqual(phones),
)

test('its label goes with a number, and its extension', () => {
  const text = 'Direkte: 22 33 44 55 ext. 12'
  const [span = { start: 0, end: 0 }] = findPhones(text, 'NO')[0]?.spans ?? []
  expect(text.slice(span.start, span.end)).toBe(text)
})
