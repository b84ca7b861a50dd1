import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { FINDING_CODES } from '../crm/finding.ts'
import type { Request } from './requests.ts'

const checkAnswerSchema = z.strictObject({
  findings: z.array(
    z.strictObject({
      code: z.enum(FINDING_CODES),
      values: z.optional(z.record(z.string(), z.string().check(z.maxLength(500)))),
    }),
  ),
})

export type CheckAnswer = z.infer<typeof checkAnswerSchema>

/** Has the worker test a connection. @throws where the worker could not be reached */
export async function askCheck(address: string, token: string): Promise<CheckAnswer['findings']> {
  const request: Request = { type: 'check', address, token }
  return checkAnswerSchema.parse(await browser.runtime.sendMessage(request)).findings
}
