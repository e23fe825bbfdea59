import { signal } from '@preact/signals';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';

/** The section whose doing can be taken back: only the last one can, since only what was there before that is kept. */
const undoable = signal<string | undefined>(undefined);

interface UndoPorts {
  say: (sentence: string) => void;
  fail: (sentence: string) => void;
}

/** Puts back what the last import, reset or *use what is there* replaced. */
export function useUndo(section: string, { say, fail }: UndoPorts) {
  const { ask, show } = useOptions();
  const undo = async () => {
    undoable.value = undefined;
    say('');
    const reply = await ask('undoReplacing', {});
    if (!reply.ok) return fail(problemText(reply.problem));
    show(reply.value);
    say(t('options_import_undone'));
  };
  return {
    mayUndo: undoable.value === section,
    offer: () => {
      undoable.value = section;
    },
    undo,
  };
}
