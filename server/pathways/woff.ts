import { inflateSync } from 'node:zlib'

/** The font in a WOFF file as it was before: each table unpacked once instead of at every glyph. */
export function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = 44 + index * 20
    const [offset, packed, length] = [4, 8, 12].map(at => woff.readUInt32BE(entry + at))
    const data = woff.subarray(offset, (offset ?? 0) + (packed ?? 0))
    return {
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.subarray(entry + 16, entry + 20),
      data: packed === length ? data : inflateSync(data),
    }
  })
  const head = Buffer.alloc(12 + count * 16)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  let offset = head.length
  const bodies = tables.map(({ tag, checksum, data }, index) => {
    const entry = 12 + index * 16
    tag.copy(head, entry)
    checksum.copy(head, entry + 4)
    head.writeUInt32BE(offset, entry + 8)
    head.writeUInt32BE(data.length, entry + 12)
    const body = Buffer.concat([data, Buffer.alloc(-data.length & 3)])
    offset += body.length
    return body
  })
  return Buffer.concat([head, ...bodies])
}
