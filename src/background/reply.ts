import type { Problem, Reply } from '../messages/index.ts';
import type { SettingsProblem } from '../settings/index.ts';

export function done<Value>(value: Value): Reply<Value> {
  return { ok: true, value };
}

export function refused(
  code: Problem['code'],
  more: Omit<Problem, 'code'> = {},
): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, ...more } };
}

/** What the settings room refused, as a reply. */
export function refusedFor({ code, subject }: SettingsProblem) {
  return refused(code, subject === undefined ? {} : { subject });
}

/** For what fails only where storage does: the page says so, instead of "the background is gone". */
export async function storing<Value>(work: () => Promise<Reply<Value>>): Promise<Reply<Value>> {
  try {
    return await work();
  } catch {
    return refused('STORAGE_FAILED');
  }
}
