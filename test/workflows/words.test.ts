import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages, translator } from '../../server/web/language.ts'
import { pathways } from '../../workflows/index.ts'
import { guardsOf } from '../../workflows/step.ts'
import { calendars } from '../../workflows/rules/calendars.ts'
import { deadlineRules, ruleIds } from '../../workflows/rules/deadlines.ts'
import { feeKinds } from '../../workflows/rules/fees.ts'
import { splitCitation } from '../../workflows/rules/citations.ts'
import { pathwayNames, roles } from '../../workflows/vocabulary.ts'

const machines = Object.entries(pathways)

const sources = readdirSync('workflows', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => readFileSync(path.join('workflows', file), 'utf8'))
  .join('\n')
const named = (call: RegExp) => [...new Set([...sources.matchAll(call)].map(([, name]) => name!))]

describe.each(languages)('in %s', lang => {
  const t = translator(lang)
  // A missing key throws, so asking is testing; but no text may be empty either.
  const said = (...keys: [string, ...string[]]) => expect(t(keys), keys.join(' or ')).not.toBe('')

  it.each(machines)('%s has words for its states and events', (name, pathway) => {
    said(`${name}:name`)
    for (const state of Object.keys(pathway.states)) {
      said(`${name}:state.${state}`)
      said(`${name}:state.${state}.next`)
    }
    for (const event of Object.keys(pathway.events)) {
      for (const part of ['title', 'done', 'hint']) said(`${name}:event.${event}.${part}`)
    }
  })

  // Both stand in the history of the case.
  it.each([
    ['enforcement:event.apply', 'litigation:event.enforcementApplied'],
    ['enforcement:event.apply', 'arbitration:event.enforcementApplied'],
    ['enforcement:event.apply', 'judicialConfirmation:event.enforcementApplied'],
    ['judicialConfirmation:event.applyJointly', 'mediation:event.confirmationApplied'],
    ['mediation:event.extend', 'litigation:event.mediationExtended'],
    ['arbitration:event.applySetAside', 'enforcement:event.setAsideApplied'],
    ['litigation:event.openLawAscertainment', 'lawAscertainment:event.openAscertainment'],
  ])('%s and what another proceeding is told of it are said differently', (act, told) => {
    expect(t(`${told}.done`)).not.toBe(t(`${act}.done`))
  })

  it.each(machines)('%s has a label for every field, and words for every choice', (_, pathway) => {
    for (const [event, form] of Object.entries(pathway.events)) {
      for (const [field, { words }] of Object.entries(form)) {
        said(`fields:${field}`)
        for (const word of words) {
          said(`fields:value.${event}.${word}`, `fields:value.${field}.${word}`, `fields:value.${word}`)
        }
      }
    }
  })

  it.each(machines)('%s has a sentence for every condition that may refuse', (_, pathway) => {
    for (const state of Object.keys(pathway.machine.states)) {
      for (const event of Object.keys(pathway.events)) {
        for (const guard of guardsOf(pathway, state, event)) {
          for (const { name } of [...guard.if, ...guard.data]) said(`conditions:condition.${name}`)
        }
      }
    }
  })

  it('has a sentence for the refusals of the frame itself', () => {
    const frame = [
      'periodRuns',
      'dateAfterAct',
      'dateBeforeAct',
      'formComplete',
      'recordOfThisProceeding',
      'correctedAsThatEvent',
      'noneOfKindOpen',
      'disputeUndecided',
    ]
    for (const name of frame) said(`conditions:condition.${name}`)
  })

  it('names every deadline rule, calendar and fee', () => {
    for (const rule of ruleIds) said(`rules:${rule}`)
    for (const calendar of calendars) said(`rules:calendar.${calendar}`)
    for (const kind of feeKinds) said(`rules:fee.${kind}`)
  })

  it('names the law that every rule and every row cites', () => {
    const rows = Object.values(pathways).flatMap(pathway =>
      Object.keys(pathway.machine.states).flatMap(state =>
        Object.keys(pathway.events).flatMap(event =>
          guardsOf(pathway, state, event).map(({ basis }) => basis),
        ),
      ),
    )
    const cited = [
      ...rows.flatMap(basis => basis.split(/; */)),
      ...ruleIds.flatMap(rule => deadlineRules[rule].basis),
    ]
    for (const citation of new Set(cited)) {
      if (citation !== '') said(`rules:law.${splitCitation(citation).law}`)
    }
  })

  it('names every task, document and notice that a machine asks for', () => {
    const tasks = named(/openTask\(\s*'([^']+)'/g)
    expect(tasks.length).toBeGreaterThan(15)
    for (const kind of tasks) {
      if (kind.endsWith('.lapsed')) expect(t('tasks:lapsed', { rule: 'x' })).toContain('x')
      else said(`tasks:${kind}`)
    }
    for (const kind of named(/\bissue\(\s*'([^']+)'/g)) said(`proceedings:document.${kind}`)
    for (const notice of named(/\bnotify\(\s*'([^']+)'/g)) said(`proceedings:notice.${notice}`)
  })

  it('names every role', () => {
    for (const role of [...roles, 'clock', 'system']) said(`roles:${role}`)
  })

  it('names every pathway served', () => {
    for (const name of pathwayNames) said(`${name}:name`)
  })
})
