/** The laws and rules cited, by tag; their names are t('rules:law.<tag>'). */
export const lawTags = [
  'CPL',
  'L2',
  'L3',
  'L4',
  'L5',
  'L6',
  'L7',
  'L8',
  'L9',
  'L10',
  'L11',
  'L12',
  'L13',
  'L14',
  'L16',
  'L17',
  'L17 Suppl.',
  'L18',
  'L19',
  'L20',
  'L20 2006 Int.',
  'L20 2017 Prov.',
  '2017 Law',
  'L21',
  'L22',
  'L23',
  'L23 Int.',
  'L24',
  'L25',
  'L26',
  'L30',
  'L31',
  'P54',
  'arbenf',
  'GL',
  'LA',
  'FTZ Opinions',
  'CMR',
  'Cap. 1',
  'Cap. 149',
  'Cap. 347',
  'Cap. 609',
  'Cap. 620',
  'Cap. 645',
  'ML',
  'UNCITRAL',
  'SCIA',
  'SCIA UNCITRAL',
  'SCIA fees',
  'SCIAHK',
  'SCIAHK fees',
  'HKIAC',
  'HKIAC fees',
] as const

export type Citation = { law: string; article: string }

/** 'Cap. 1 s.71(1)(b)' is article s.71(1)(b) of Cap. 1; 'HKIAC' cites rules without an article. */
export function splitCitation(citation: string): Citation {
  const law = longestFirst.find(
    tag => citation === tag || (/^[ -]/.test(citation.slice(tag.length)) && citation.startsWith(tag)),
  )
  return law ? { law, article: citation.slice(law.length + 1) } : { law: citation, article: '' }
}

const longestFirst = [...lawTags].sort((a, b) => b.length - a.length)
