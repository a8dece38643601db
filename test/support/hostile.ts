import type { EventForm, Field } from '../../workflows/fields.ts'

/** Chance that comes out the same at every run. */
export type Dice = ReturnType<typeof dice>

export function dice(seed: number) {
  let state = seed
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const upTo = (count: number) => Math.floor(next() * count)
  return {
    upTo,
    oneIn: (chance: number) => upTo(chance) === 0,
    pick: <T>(from: readonly T[]): T => {
      const picked = from[upTo(from.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
  }
}

/** A form or query: names with their values, in the order sent, already percent-encoded. */
export type Pairs = [string, string][]

export const encode = (pairs: Pairs): string => pairs.map(([name, value]) => `${name}=${value}`).join('&')

export const quoted = (text: string): string => encodeURIComponent(text.toWellFormed())

const long = 'x'.repeat(30_000)

/** What nobody types by mistake, percent-encoded or worse. */
const values = [
  '',
  '%20%20',
  '%00',
  'a%00b',
  '%',
  '%zz',
  '%E4%ZZ',
  '%C3%28',
  '%ED%A0%80', // half of a surrogate pair
  '%F0%9F%98%80',
  '%u0041',
  '%0d%0aSet-Cookie:%20a=b',
  '%E2%80%AE%D7%90',
  'A%CC%81'.repeat(200),
  quoted('前海'.repeat(50)),
  quoted("' or 1=1 --"),
  quoted('%_\\'),
  quoted('<script>alert(1)</script>'),
  quoted('${7*7} #{7*7} {{7*7}}'),
  quoted('../../etc/passwd'),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  'true',
  '[object%20Object]',
  '[]',
  '{}',
  '0',
  '-1',
  '1e308',
  '1e3',
  '9007199254740993',
  '99999999999999999999999999',
  '-0.01',
  '1,2,3.4.5',
  '%EF%BC%91%EF%BC%92',
  '0x10',
  '2026-02-31',
  '2026-13-01',
  '-2026-03-09',
  '%2B275760-09-14',
  '0000-00-00',
  '9999-12-31',
  '2026-03-09T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
]

export const hostileValue = ({ pick, oneIn }: Dice): string => (oneIn(60) ? long : pick(values))

const names = [
  '__proto__',
  '__proto__[polluted]',
  'constructor[prototype][polluted]',
  'prototype',
  'toString',
  'a[b][c]',
  'a[]',
  '[]',
  'a.b.c',
  '',
  '%00',
  '%ED%A0%80',
  '_form',
  '_seen',
  '_party',
  '_change',
  '_csrf[]',
  'seq',
  'lang',
  'next',
  'page',
  'data.why',
]

export const hostileName = ({ pick }: Dice): string => pick(names)

/** Spoils a form in one to three places: another value, another name, twice, not at all, or something besides. */
export function spoil(dice: Dice, pairs: Pairs): Pairs {
  const { upTo, pick, oneIn } = dice
  let spoilt = [...pairs]
  for (let times = 1 + upTo(3); times > 0; times--) {
    const at = upTo(Math.max(1, spoilt.length))
    const [name, value] = spoilt[at] ?? ['name', '']
    const instead: Pairs = pick<() => Pairs>([
      () => [[name, hostileValue(dice)]],
      () => [[name, hostileValue(dice)]],
      () => [[`${name}[]`, value]],
      () => [[`${name}[a][b]`, value]],
      () => [
        [name, value],
        [name, hostileValue(dice)],
      ],
      () => [],
      () => [
        [name, value],
        [hostileName(dice), hostileValue(dice)],
      ],
    ])()
    spoilt = [...spoilt.slice(0, at), ...instead, ...spoilt.slice(at + 1)]
  }
  return oneIn(200)
    ? [...spoilt, ...Array.from({ length: 1200 }, (): [string, string] => ['many', '1'])]
    : spoilt
}

/** An event's form filled in as it might be. */
export function fittingAnswers(
  dice: Dice,
  form: EventForm,
  { ids, day }: { ids: string[]; day: string },
): Pairs {
  return Object.entries(form).flatMap(([name, field]) => answersTo(dice, name, field, ids, day))
}

function answersTo({ pick }: Dice, name: string, field: Field, ids: string[], day: string): Pairs {
  const [year = '', month = '', date = ''] = day.split('-')
  switch (field.widget) {
    case 'day':
      return [
        [`${name}-day`, date],
        [`${name}-month`, month],
        [`${name}-year`, year],
      ]
    case 'word':
      return [[name, pick(field.words)]]
    case 'yesNo':
      return [[name, pick(['yes', 'no'])]]
    case 'party':
      return [[name, pick(['p1', 'p2', 'p9'])]]
    case 'parties':
      return [
        [name, 'p1'],
        [name, 'p2'],
      ]
    case 'person':
    case 'people':
      return [[name, pick(ids)]]
    case 'money':
      return [[name, pick(['73400.00', '1,000.00', '0.01', '8800000'])]]
    case 'rule':
      return [[name, pick(['defence.domiciled', 'trial.ordinary', 'appeal.fee'])]]
    case 'seq':
      return [[name, '1']]
    case 'signatures':
      return [[`${name}.p1.on`, day]]
    case 'methods':
      return [
        [`${name}.p2.method`, 'post'],
        [`${name}.p2.sentOn`, day],
      ]
    case 'record':
      return []
    case 'line':
    case 'text':
    case 'lines':
      return [[name, quoted('Words, 文字')]]
  }
}
