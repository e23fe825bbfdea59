import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../messages/index.ts';
import type { Style } from '../../../settings/index.ts';
import { styleToText } from '../../../settings/presets/style-text.ts';
import { Button, IconButton } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { useOptions } from '../../page/settings-context.ts';
import { useOnePress } from '../../page/use-one-press.ts';
import { styleName, styleSample } from '../../words/style-name.ts';
import { OrderButtons } from '../fields/OrderButtons.tsx';
import { copyName } from './copy-name.ts';
import { StyleForm } from './StyleForm.tsx';
import { draftOf, fieldsOf } from './style-draft.ts';

interface StyleItemProps {
  style: Style;
  index: number;
  count: number;
  onMove: (offset: -1 | 1) => void;
  onSaved: (said: string) => void;
  onRemoved: (style: Style) => void;
  onProblem: (problem: Problem) => void;
}

/** One style as a row that shows what it adds; a form opens below the row to change it. */
export function StyleItem({ style, index, count, ...on }: StyleItemProps) {
  const { ask } = useOptions();
  const id = useId();
  const [open, setOpen] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const name = styleName(style);

  // When the form closes, the focus goes back to the button that opened it.
  useEffect(() => {
    if (wasOpen.current && !open) edit.current?.focus();
    wasOpen.current = open;
  }, [open]);

  const change = async (fields: Parameters<typeof fieldsOf>[0]) => {
    const reply = await ask('changeStyle', { id: style.id, style: fieldsOf(fields, style) });
    if (!reply.ok) return reply.problem;
    setOpen(false);
    on.onSaved(t('options_style_saved', fields.name.trim()));
    return undefined;
  };
  const duplicate = useOnePress(async () => {
    const reply = await ask('duplicateStyle', { id: style.id, name: copyName(name) });
    if (!reply.ok) return on.onProblem(reply.problem);
    setOpen(false);
    on.onSaved(t('options_style_duplicated', copyName(name)));
  });
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(styleToText(style, name)).then(
      () => true,
      () => false,
    );
    on.onSaved(t(copied ? 'options_style_copied' : 'popup_copy_failed'));
  };
  const remove = async () => {
    const reply = await ask('removeStyle', { id: style.id });
    if (reply.ok) on.onRemoved(style);
    else on.onProblem(reply.problem);
  };

  return (
    <li class="style-item" aria-labelledby={id}>
      <div class="style-row">
        <Swatch style={style} />
        <div class="style-words">
          <p class="style-title" id={id}>
            <bdi>{name}</bdi>
          </p>
          <p class="style-adds">
            <bdi>{style.template}</bdi>
          </p>
        </div>
        <OrderButtons describedBy={id} index={index} count={count} onMove={on.onMove} />
        <IconButton
          ref={edit}
          icon="pencil"
          label={t('options_style_edit', name)}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
      </div>
      {open && (
        <StyleForm
          label={name}
          initial={draftOf(style)}
          onSave={change}
          onCancel={() => setOpen(false)}
          actions={
            <>
              <Button onClick={() => void duplicate()}>{t('options_style_duplicate')}</Button>
              <Button icon="copy" onClick={() => void copy()}>
                {t('options_style_copy')}
              </Button>
              <Button variant="danger" onClick={() => void remove()}>
                {t('options_style_delete')}
              </Button>
            </>
          }
        />
      )}
    </li>
  );
}

export function Swatch({ style }: { style: Style }) {
  const sample = styleSample(style.id);
  if (sample) return <img class="style-swatch" src={sample} alt="" />;
  return (
    <span class="style-swatch style-swatch-letter" aria-hidden="true">
      {[...styleName(style)][0]}
    </span>
  );
}
