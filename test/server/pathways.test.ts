import { load } from 'cheerio'
import { describe, expect } from 'vitest'
import { pathways } from '../../workflows/index.ts'
import { chartOf } from '../../workflows/chart.ts'
import { guardsOf } from '../../workflows/step.ts'
import { pathwayNames } from '../../workflows/vocabulary.ts'
import { glyphsFor } from '../../server/pathways/glyphs.ts'
import { chartFor } from '../../server/pathways/chart.ts'
import { tellingOf } from '../../server/pathways/telling.ts'
import { languages, translator } from '../../server/web/language.ts'
import { test } from '../support/test.ts'

const machines = Object.entries(pathways)

describe('a chart', () => {
  test.for(machines)('of %s has every way from state to state, once', ([, pathway]) => {
    const chart = chartOf(pathway)
    const drawn = new Set([
      ...chart.lines.flatMap(({ from, to, moves }) => moves.map(({ event }) => `${from} ${event} ${to}`)),
      ...chart.notes.flatMap(({ from, event, to }) => from.map(state => `${state} ${event} ${to}`)),
    ])
    const returning = new Set(
      chart.returning.flatMap(({ from, events }) => events.map(event => `${from} ${event}`)),
    )
    for (const state of Object.keys(pathway.states)) {
      for (const event of Object.keys(pathway.events)) {
        for (const { target, to } of guardsOf(pathway, state, event)) {
          if (target === state) continue
          const shown =
            drawn.has(`${state} ${event} ${target}`) ||
            (to === 'return' && returning.has(`${state} ${event}`))
          expect(shown, `${state} ${event} ${target}`).toBe(true)
        }
      }
    }
  })
})

describe('the letters of a picture', () => {
  test.for(languages)('have an outline each, in %s', lang => {
    const glyphs = glyphsFor(lang)
    const t = translator(lang)
    const missing = new Set<string>()
    for (const [name, pathway] of Object.entries(pathways)) {
      const telling = tellingOf(
        t,
        pathwayNames.find(each => each === name)!,
      )
      const chart = chartFor(pathway)
      const texts = chart.states.flatMap(state => [
        telling.state(state.name),
        ...telling.within(state, [], []),
      ])
      const beside = chart.lines.flatMap(line => [...telling.beside(line).events, telling.beside(line).roles])
      for (const character of [
        ...texts,
        ...beside,
        t('pathways:fromMany', { event: '', count: 12, roles: '' }),
      ].join('')) {
        if (character.trim() !== '' && !glyphs.has(character)) missing.add(character)
      }
    }
    expect([...missing]).toEqual([])
  })
})

describe('anybody', { timeout: 60_000 }, () => {
  test('sees every pathway drawn and told, in each language', async ({ browse }) => {
    const visitor = browse()
    const list = load((await visitor.visit('/pathways').expect(200)).text)
    for (const [name, pathway] of machines) {
      expect(list(`main a[href="/pathways/${name}"]`)).toHaveLength(1)
      for (const lang of languages) {
        const $ = load((await visitor.visit(`/pathways/${name}?lang=${lang}`).expect(200)).text)
        expect($('tbody tr')).toHaveLength(Object.keys(pathway.states).length + 1)
        const src = $('main img').attr('src') ?? ''
        expect(src).toBe(`/pathways/${name}/${lang}.svg`)
        const picture = await visitor.visit(src).expect(200)
        expect(picture.headers['content-type']).toMatch(/^image\/svg\+xml/)
        expect(picture.headers['cache-control']).toBe('public, max-age=3600')
        expect(picture.headers['set-cookie']).toBeUndefined()
        const svg = String(picture.body)
        expect(svg).not.toMatch(/<style|style=|<script/)
        expect(load(svg, { xml: true })('rect[rx]')).toHaveLength(Object.keys(pathway.states).length)
      }
    }
    await visitor.visit('/pathways/probate').expect(404)
    await visitor.visit('/pathways/litigation/xx.svg').expect(404)
  })
})

describe('a case', { timeout: 60_000 }, () => {
  test('is drawn with the way it has come, for those who see into it', async ({ as, fileLitigation }) => {
    const { url } = await fileLitigation()
    const claimant = await as('claimant')
    const $ = load((await claimant.visit(url).expect(200)).text)
    const src = $('details img').attr('src') ?? ''
    expect(src).toBe(`${url}/litigation/1/way.svg`)
    expect($('details ol').text()).toContain('Submitted')
    const picture = await claimant.visit(src).expect(200)
    expect(picture.headers['cache-control']).toMatch(/no-store/)
    const drawn = load(String(picture.body), { xml: true })
    // Two lines: into the draft and from there; one state where it stands.
    expect(drawn('path[stroke-width=3]')).toHaveLength(2)
    expect(drawn('rect[fill="#0a5560"]')).toHaveLength(1)
    await (await as('stranger')).visit(src).expect(404)
    await (await as('administrator')).visit(src).expect(404)
  })
})
