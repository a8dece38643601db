/** The two ways of writing Chinese, as tags of the languages that use them. */
export type Script = 'zh-Hans' | 'zh-Hant'

/** Characters of a text that belong only to the other script. */
export const strays = (text: string, script: Script): string[] =>
  Array.from(text).filter(character =>
    (script === 'zh-Hant' ? simplifiedOnly : traditionalOnly).has(character),
  )

/** Characters of a double-byte character set, from one lead byte to another. */
const characters = (encoding: 'gb2312' | 'big5', from: number, to: number): Set<string> => {
  const decoder = new TextDecoder(encoding)
  const found = new Set<string>()
  for (let lead = from; lead <= to; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (encoding === 'gb2312' && trail < 0xa1) continue // below it GBK keeps Traditional characters
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (/^\p{Script=Han}$/u.test(character)) found.add(character)
    }
  return found
}

// Simplified text is written in GB 2312, Traditional in Big5. Both have a first level of frequent characters and a
// second of rare ones. Big5's second level has a few Simplified forms as rare old characters, such as 与 and 机.
const simplified = { frequent: characters('gb2312', 0xb0, 0xd7), rare: characters('gb2312', 0xd8, 0xf7) }
const traditional = { frequent: characters('big5', 0xa4, 0xc6), rare: characters('big5', 0xc9, 0xf9) }

// The same character on both sides of the border, though rare or written a little differently on one of them.
const shared = new Set(
  '着粘侄啥掐捅棱椿憋斌菇邯郴胺稗蓖毖痹蹭茬碴瞅滁搐傣掂侗掇哆垛酚箍硅憨夯菏伎枷硷秸靳撅挎傈撂潞酶眯醚淖蔫耪坯砒' +
    '沏扦氰醛炔苫墒僳酞酮烷硒忻蜒踊玥珮煊濬瞭' +
    '户税脱温悦兑卧蜕叁葱囱',
)
// In both sets, yet signs of the wrong script in any text of ours.
const simplifiedBesides = Array.from('坏听么愿筑')
const traditionalBesides = Array.from('於後徵')

const simplifiedOnly = new Set([
  ...[...simplified.frequent].filter(
    character => !traditional.frequent.has(character) && !shared.has(character),
  ),
  ...[...simplified.rare].filter(
    character => !traditional.frequent.has(character) && !traditional.rare.has(character),
  ),
  ...simplifiedBesides,
])

const traditionalOnly = new Set([
  ...[...traditional.frequent].filter(
    character =>
      !simplified.frequent.has(character) && !simplified.rare.has(character) && !shared.has(character),
  ),
  ...traditionalBesides,
])
