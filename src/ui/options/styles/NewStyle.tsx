import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../messages/index.ts';
import { LONGEST_STYLE_TEXT } from '../../../settings/presets/style-text.ts';
import { Button, TextArea } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';
import { useOnePress } from '../../page/use-one-press.ts';
import { StyleForm } from './StyleForm.tsx';
import { EMPTY_DRAFT, fieldsOf, type StyleDraft } from './style-draft.ts';
import { useBroughtStyle } from './use-brought-style.ts';

/** Adds a style: written here, brought along from a picture or the composer, or pasted as text. */
export function NewStyle({ onSaid }: { onSaid: (text: string) => void }) {
  const { ask } = useOptions();
  const [open, setOpen] = useState<'write' | 'paste'>();
  const [initial, setInitial] = useState<StyleDraft>(EMPTY_DRAFT);
  const buttons = useRef<HTMLDivElement>(null);
  const last = useRef(open);

  useBroughtStyle((draft) => {
    setInitial(draft);
    setOpen('write');
  });
  // When the form closes, the focus goes back to the button that opened it.
  useEffect(() => {
    const place = last.current === 'paste' ? 1 : 0;
    if (last.current && !open) buttons.current?.querySelectorAll('button')[place]?.focus();
    last.current = open;
  }, [open]);

  const close = () => {
    setOpen(undefined);
    setInitial(EMPTY_DRAFT);
  };
  const add = async (draft: StyleDraft) => {
    const reply = await ask('addStyle', { style: fieldsOf(draft) });
    if (!reply.ok) return reply.problem;
    close();
    onSaid(t('options_style_saved', draft.name.trim()));
    return undefined;
  };

  if (open === 'write')
    return (
      <div class="rows">
        <StyleForm label={t('options_style_add')} initial={initial} onSave={add} onCancel={close} />
      </div>
    );
  if (open === 'paste') return <PasteStyle onDone={close} onSaid={onSaid} />;
  return (
    <div class="actions" ref={buttons}>
      <Button icon="plus" onClick={() => setOpen('write')}>
        {t('options_style_add')}
      </Button>
      <Button onClick={() => setOpen('paste')}>{t('options_style_paste')}</Button>
    </div>
  );
}

/** Adds a style from pasted text. Text that is no style changes nothing and stays in the field. */
function PasteStyle({ onDone, onSaid }: { onDone: () => void; onSaid: (text: string) => void }) {
  const { ask } = useOptions();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  const take = useOnePress(async () => {
    const reply = text.length > LONGEST_STYLE_TEXT ? TOO_LONG : await ask('importStyle', { text });
    if (!reply.ok) {
      setProblem(reply.problem);
      field.current?.focus();
      return;
    }
    onDone();
    onSaid(t('options_style_pasted'));
  });

  return (
    <div class="rows">
      <form
        class="style-form"
        aria-label={t('options_style_paste')}
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
      >
        <TextArea
          ref={field}
          label={t('options_style_text')}
          hint={t('options_style_text_hint')}
          rows={5}
          value={text}
          onInput={(typed) => {
            setProblem(undefined);
            setText(typed);
          }}
          {...(problem && { error: problemText(problem) })}
        />
        <div class="actions">
          <Button type="submit" variant="primary">
            {t('options_style_take')}
          </Button>
          <Button onClick={onDone}>{t('common_cancel')}</Button>
        </div>
      </form>
    </div>
  );
}

const TOO_LONG = { ok: false, problem: { code: 'STYLE_TEXT_INVALID' } } as const;
