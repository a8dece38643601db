/** How a mediator works: who facilitates leaves the solution to the parties. */
type Style = string | undefined

/** The basis of a mediator's own proposal. */
export const proposalBasis = 'L6 17'

/**
 * The parties that have still to ask before the mediator may propose a solution. L6 17 lets any mediator propose; one
 * listed as facilitative does so only where every party asks, and so does one whose style is not known.
 */
export const stillToAsk = (style: Style, inPlay: readonly string[], asked: readonly string[]): string[] =>
  style === 'evaluative' ? [] : inPlay.filter(party => !asked.includes(party))
