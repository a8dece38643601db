import { cities } from './cities.ts'
import { indexed, mentions, namesIn, type Flat, type Mention } from './flat.ts'
import type { Read } from './institution.ts'

const names = indexed(namesIn(cities))

// What leads from the word for the seat to the place, and back.
const seatBefore =
  /\b((legal |juridical )?(seat|place|situs|locale)(,? or (legal )?(place|seat|venue),?)?( \((or )?(legal )?(place|seat)\))?( (of|for) (the |any |such |this )?(arbitration|arbitral|arbitrators|tribunal)( proceedings?| tribunal)?)?|arbitral seat|venue (of|for) (the |any |such )?arbitration( proceedings?)?)( (shall|will|must|is|to)( be)?| being|:)?( located| fixed| agreed)?( to be| as| -)?( in| at)?( the)?( city of)? ?$|\b(seated|sited) (in|at)( the)?( city of)? ?$/
const seatAfter =
  /^(,? ?(sar|china|prc|england|the prc|hong kong))*,? (shall be|is|will be|as) the (legal |juridical )?(seat|place)( of|\b)/
const chineseBefore =
  /仲裁(所在)?地(点)?"?(约定|确定|选定)?(应当?|均|统一)?(为|是|系|在|于|设在|设于|位于|:)+(在)?"?(中华人民共和国|中国|广东省?|大陆)*$/
const chineseAfter = /^(市|特别行政区|特区)*(前海)?(作)?为(法定)?仲裁(所在)?地/
const held =
  /\b(arbitration|arbitrated|arbitral proceedings)( proceedings)?( (shall|will|must|is to|to))?( be)?( (finally|exclusively))?( (held|conducted|heard|settled|take place|administered|seated))?( by arbitration)?,? (in|at)( the)?( city of)? ?$/
const heldUnder = /\barbitration (under|at|by|before) [^.;,]{0,80} in( the)? ?$/
const chineseHeld = /(仲裁(程序)?(应当?)?(在|于)(中国|广东省?)*)$/
const chineseHeldAfter =
  /^(市|特别行政区)*(前海)?(进行|以)?(最终|终局|临时)?仲裁(?!委|院|中心|机构|员|庭|规|协|法|条|地)/
const inPlace = /(在|于)(中国|广东省?)*$/
const alternative = /^(,|市|sar)* ?(or|或者?) ?/

/** The seat that the parties named: outright, else the place where the arbitration is to be held. */
export function readSeat(flat: Flat, taken: readonly Mention[]): { seat?: Read<string>; several: boolean } {
  const places = mentions(flat, names).filter(
    place => !taken.some(({ start, end }) => place.start < end && start < place.end),
  )
  const stated = places.filter(place => isStated(flat, place))
  const found = stated.length > 0 ? stated : places.filter(place => isHeld(flat, place))
  const codes = new Set(found.map(({ code }) => code))
  const [first] = found
  if (!first) return { several: false }
  if (codes.size > 1 || found.some(place => hasAlternative(flat, place, places))) return { several: true }
  return { seat: { value: first.code, start: first.start, end: first.end }, several: false }
}

const lead = ({ text }: Flat, { start }: Mention) => text.slice(Math.max(0, start - 110), start)
const tail = ({ text }: Flat, { end }: Mention) => text.slice(end, end + 60)

const isStated = (flat: Flat, place: Mention) =>
  (seatBefore.test(lead(flat, place)) ||
    seatAfter.test(tail(flat, place)) ||
    chineseBefore.test(lead(flat, place)) ||
    chineseAfter.test(tail(flat, place))) &&
  !/(not|不)( be)?( in| at)?( the)? ?$/.test(lead(flat, place))

const isHeld = (flat: Flat, place: Mention) =>
  held.test(lead(flat, place)) ||
  heldUnder.test(lead(flat, place)) ||
  chineseHeld.test(lead(flat, place)) ||
  (inPlace.test(lead(flat, place)) && chineseHeldAfter.test(tail(flat, place)))

/** `Shenzhen or Hong Kong`: none is chosen. */
function hasAlternative(flat: Flat, { end }: Mention, places: readonly Mention[]): boolean {
  const joined = alternative.exec(tail(flat, { code: '', start: 0, end }))
  return joined !== null && places.some(({ start }) => start >= end && start <= end + joined[0].length + 4)
}
