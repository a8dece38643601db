import type { Chart, ChartMove } from '../../workflows/chart.ts'
import type { Telling } from './telling.ts'
import type { Translate } from '../web/language.ts'

/** A chart in words: everything that its picture shows, and the moves that the picture puts into notes. */
export function tableOf({ opening, states }: Chart, telling: Telling, t: Translate) {
  const move = ({ event, by, to, returns }: ChartMove) =>
    t(returns ? 'pathways:move.return' : 'pathways:move', {
      event: telling.event(event),
      roles: telling.roles(by),
      state: telling.state(to),
    })
  return [
    {
      name: '',
      state: t('pathways:begin'),
      kind: '',
      waits: '',
      moves: opening.map(move),
      limits: [] as string[],
    },
    ...states.map(({ name, tag, decided, waitingFor, moves, limits }) => ({
      name,
      state: telling.state(name),
      kind: decided && tag !== 'closed' ? 'decided' : tag,
      waits: waitingFor.length > 0 ? t('pathways:waits', { roles: telling.roles(waitingFor) }) : '',
      moves: moves.filter(({ to }) => to !== name).map(move),
      limits: limits.map(telling.limit),
    })),
  ]
}
