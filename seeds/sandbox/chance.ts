/** Chance that falls the same way every time: a mulberry32 generator with a fixed start. */
export function chanceFrom(start: number) {
  let state = start >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(from: readonly [T, ...T[]]): T => from[between(0, from.length - 1)] ?? from[0]
  return {
    between,
    pick,
    /** True so often in a hundred times. */
    percent: (often: number) => next() * 100 < often,
    /** A sum of money in whole units: small ones are more frequent than large ones. */
    sum: (least: number, most: number) => Math.round(least * (most / least) ** next() * 100) / 100,
    shuffled: <T>(list: readonly T[]): T[] =>
      list
        .map(item => ({ item, order: next() }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item),
  }
}

export type Chance = ReturnType<typeof chanceFrom>
