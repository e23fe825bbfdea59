import type { Problem, Reply } from '../messages/index.ts';

export function done<Value>(value: Value): Reply<Value> {
  return { ok: true, value };
}

export function refused(
  code: Problem['code'],
  more: Omit<Problem, 'code'> = {},
): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, ...more } };
}
