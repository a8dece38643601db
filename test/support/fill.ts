import { load } from 'cheerio'
import type { EventForm, Widget } from '../../workflows/fields.ts'

type Sent = Record<string, string | string[]>

/**
 * The form of a page filled in and as a browser would send it: what it shows already, and the answers in its own
 * controls.
 * @throws {Error} if the form has no control for an answer, or does not offer it
 */
export function filledForm(html: string, action: string, form: EventForm, answers: object): Sent {
  const page = load(html)
  const shown = page(`form[action="${action}"]`)
  if (shown.length === 0) throw new Error(`no form is sent to ${action}`)
  const sent: Sent = {}
  for (const { name, value } of shown.serializeArray()) sent[name] = [sent[name] ?? [], value].flat()

  const named = (name: string) => shown.find(`[name="${name}"]`)
  const type = (name: string, value: string) => {
    if (named(name).length !== 1) throw new Error(`${action} has no field ${name}`)
    sent[name] = value
  }
  const choose = (name: string, values: string[]) => {
    const offered = named(name)
      .add(named(name).find('option'))
      .map((_, option) => page(option).attr('value') ?? '')
      .get()
    const missing = values.filter(value => !offered.includes(value))
    if (missing.length > 0)
      throw new Error(`${action} offers ${name} ${offered.join()}, not ${missing.join()}`)
    sent[name] = values
  }
  const date = (name: string, value: string) => {
    const [year = '', month = '', day = ''] = value.split('-')
    type(`${name}-year`, year)
    type(`${name}-month`, month)
    type(`${name}-day`, day)
  }

  const rows = (name: string, rows: Record<string, string>[]) => {
    for (const { party = '', method, ...day } of rows) {
      if (method !== undefined) choose(`${name}.${party}.method`, [method])
      for (const [key, value] of Object.entries(day)) date(`${name}.${party}.${key}`, value)
    }
  }
  for (const [name, answer] of Object.entries(answers) as [string, unknown][]) {
    const { widget = 'line' } = form[name] ?? {}
    if (chosen.includes(widget)) choose(name, [answer].flat().map(String))
    else if (widget === 'yesNo') choose(name, [answer === true ? 'yes' : 'no'])
    else if (widget === 'day') date(name, String(answer))
    else if (widget === 'signatures' || widget === 'methods') rows(name, answer as Record<string, string>[])
    else type(name, [answer].flat().join('\n'))
  }
  return sent
}

const chosen: Widget[] = ['party', 'parties', 'person', 'people', 'word', 'rule']
