import type { Handlers } from '../../messages/index.ts';
import type { StyleFields, StyleProblem } from '../../settings/index.ts';
import { done, refused, storing } from '../reply.ts';
import type { Services } from '../services.ts';

type StyleHandlers = Pick<
  Handlers,
  | 'readStyles'
  | 'addStyle'
  | 'changeStyle'
  | 'duplicateStyle'
  | 'removeStyle'
  | 'restoreStyle'
  | 'orderStyles'
  | 'resetStyles'
  | 'importStyle'
>;

const refusedStyle = ({ code, subject }: StyleProblem) =>
  refused(code, subject === undefined ? {} : { subject });

/** The handlers of messages about styles. */
export function styleHandlers({
  styles,
  announceSettings,
}: Pick<Services, 'styles' | 'announceSettings'>): StyleHandlers {
  const added = (change: () => Promise<{ id: string } | { problem: StyleProblem }>) =>
    storing(async () => {
      const changed = await change();
      if ('problem' in changed) return refusedStyle(changed.problem);
      await announceSettings();
      return done(changed);
    });
  const changed = (change: () => Promise<StyleProblem | undefined>) =>
    storing(async () => {
      const problem = await change();
      if (problem) return refusedStyle(problem);
      await announceSettings();
      return done(null);
    });

  return {
    readStyles: () => storing(async () => done(await styles.read())),
    addStyle: ({ style }) => added(() => styles.add(style as StyleFields)),
    changeStyle: ({ id, style }) => added(() => styles.change(id, style as StyleFields)),
    duplicateStyle: ({ id, name }) => added(() => styles.duplicate(id, name)),
    importStyle: ({ text }) => added(() => styles.importText(text)),
    removeStyle: ({ id }) => changed(() => styles.remove(id)),
    restoreStyle: ({ id }) => changed(() => styles.restore(id)),
    orderStyles: ({ ids }) => changed(() => styles.order(ids)),
    resetStyles: () => changed(() => styles.reset()),
  };
}
