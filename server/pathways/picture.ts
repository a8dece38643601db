import type { Pathway } from '../../workflows/pathway.ts'
import type { PathwayName } from '../../workflows/vocabulary.ts'
import { translator, type Language } from '../web/language.ts'
import { chartFor } from './chart.ts'
import { draw, type Travelled } from './draw.ts'
import { glyphsFor } from './glyphs.ts'
import { layOut, type Layout } from './layout.ts'
import { tellingOf } from './telling.ts'

const layouts = new WeakMap<Pathway, Map<Language, Promise<Layout>>>()
const pictures = new WeakMap<Pathway, Map<Language, Promise<string>>>()

/** The picture of a pathway, made once for each version and language. */
export const pictureOf = (pathway: Pathway, name: PathwayName, lang: Language): Promise<string> =>
  once(pictures, pathway, lang, async () => {
    const layout = await layoutOf(pathway, name, lang)
    return draw(layout, glyphsFor(lang), tellingOf(translator(lang, false), name).pathway)
  })

/** The same picture with the way that one proceeding has come. */
export async function pictureOfWay(
  pathway: Pathway,
  name: PathwayName,
  lang: Language,
  travelled: Travelled,
): Promise<string> {
  const layout = await layoutOf(pathway, name, lang)
  return draw(layout, glyphsFor(lang), tellingOf(translator(lang, false), name).pathway, travelled)
}

const layoutOf = (pathway: Pathway, name: PathwayName, lang: Language): Promise<Layout> =>
  once(layouts, pathway, lang, () =>
    layOut(chartFor(pathway), tellingOf(translator(lang, false), name), glyphsFor(lang)),
  )

function once<Made>(
  known: WeakMap<Pathway, Map<Language, Promise<Made>>>,
  pathway: Pathway,
  lang: Language,
  make: () => Promise<Made>,
): Promise<Made> {
  const byLanguage = known.get(pathway) ?? new Map<Language, Promise<Made>>()
  known.set(pathway, byLanguage)
  const made = byLanguage.get(lang) ?? make()
  byLanguage.set(lang, made)
  return made
}
