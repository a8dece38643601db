import { deadlineRules, type RuleId } from './deadlines.ts'

export const isRuleId = (id: string): id is RuleId => Object.hasOwn(deadlineRules, id)
