import { expect, test } from 'vitest'
import { unwrap } from './unwrap.ts'

test.each([
  ['Co-Founder &\nChief Product Officer', 'Co-Founder & Chief Product Officer'],
  ['Example Kesselbau\nGmbH & Co. KG', 'Example Kesselbau GmbH & Co. KG'],
  ['T +47 930\n10 788', 'T +47 930 10 788'],
  ['+46 70 123\n45 67', '+46 70 123 45 67'],
  ['Example Snø\n& Anlegg AS', 'Example Snø & Anlegg AS'],
  ['PRØVE\n&\nMODELL', 'PRØVE & MODELL'],
  ['Kari Nordmann\nSalgssjef', 'Kari Nordmann\nSalgssjef'],
  ['Tlf 22 33 44 55\n12345', 'Tlf 22 33 44 55\n12345'],
])('%j', (text, joined) => expect(unwrap(text)).toBe(joined))
