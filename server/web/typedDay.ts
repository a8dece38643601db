/** What three controls of a date were given, as YYYY-MM-DD if it is a day, else as it was typed, to be refused. */
export function typedDay(body: Record<string, unknown>, name: string): string | undefined {
  const [year = '', month = '', day = ''] = ['year', 'month', 'day'].map(part => {
    const typed = body[`${name}-${part}`]
    return typeof typed === 'string' ? typed.normalize('NFKC').trim() : ''
  })
  if (year === '' && month === '' && day === '') {
    const whole = body[name]
    return typeof whole === 'string' && whole.trim() !== '' ? whole.trim() : undefined
  }
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
