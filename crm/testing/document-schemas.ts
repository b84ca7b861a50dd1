import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { openApiDocument } from '../api/openapi.ts'

const NAME = 'openapi.json'

const ajv = new Ajv2020({
  allErrors: true,
  // The document around the schemas has words that are none of theirs.
  strict: false,
})
addFormats.default(ajv)
ajv.addSchema(openApiDocument(), NAME)

/** Why a value is not what a part of the OpenAPI document says; null where it is. */
export function whyNot({ $ref }: { $ref: string }, value: unknown): string | null {
  const validate = ajv.getSchema(`${NAME}${$ref}`)
  if (validate === undefined) throw new Error(`the document has no ${$ref}`)
  return validate(value) ? null : ajv.errorsText(validate.errors)
}
