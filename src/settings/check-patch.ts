import type { LockName, SettingsPatch } from './definition.ts';
import type { SettingsProblem } from './problem.ts';
import type { KnownNames } from './row.ts';
import { ROWS, valueAt } from './rows.ts';

/**
 * The first problem of a settings change, or undefined: locked settings first, then invalid values. A change is applied as a
 * whole or not at all. The problem's subject is the name of the setting.
 */
export function checkPatch(
  patch: SettingsPatch,
  { locked, known }: { locked: readonly LockName[]; known: KnownNames },
): SettingsProblem | undefined {
  const changed = ROWS.filter(({ path }) => valueAt(patch, path) !== undefined);
  const lock = changed.find(({ name }) => locked.includes(name));
  if (lock) return { code: 'SETTING_LOCKED', subject: lock.name };
  const wrong = changed.find(({ path, row }) => !row.accepts(valueAt(patch, path), known));
  return wrong && { code: wrong.row.problem, subject: wrong.name };
}
