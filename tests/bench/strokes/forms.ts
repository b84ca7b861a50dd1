/**
 * What CRMs ask for in their own form for somebody new: each control that the Tab key stops at, in
 * its order, and what of a person is written into it. Without what a user could hide or an
 * administrator add.
 */
export interface Form {
  readonly name: string
  /** From the start page with its list in front: buttons until the form is there, and to save it. */
  readonly presses: number
  readonly controls: readonly (Part | '')[]
}

export type Part = 'first' | 'last' | 'subject' | 'company' | 'title' | 'email' | 'phone' | 'notes'

/** Source: EspoCRM, application/Espo/Modules/Crm/Resources/layouts/Lead/detail.json. */
const ESPOCRM: Form = {
  name: 'EspoCRM, new lead',
  presses: 2,
  controls: [
    ...(['', 'first', 'last'] as const), // salutation, then the name
    'company',
    'email',
    ...(['', 'phone'] as const), // its kind, then the number
    'title',
    '', // do not call
    ...(['', '', '', '', ''] as const), // street, city, state, postal code, country
    '', // website
    'notes',
  ],
}

/** Source: Odoo, addons/crm/views/crm_lead_views.xml, the lead's form. Its subject is required. */
const ODOO: Form = {
  name: 'Odoo, new lead',
  presses: 2,
  controls: [
    'subject',
    'company',
    ...(['', '', '', '', '', ''] as const), // street, street 2, city, state, postal code, country
    ...(['', ''] as const), // website, language
    ...(['first', ''] as const), // the whole name, then the form of address
    'email',
    'title',
    'phone',
    'notes',
  ],
}

export const FORMS: readonly Form[] = [ESPOCRM, ODOO]
