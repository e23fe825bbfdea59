import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { PROMPT_SLOT } from '../../../generation/style-presets.ts';
import type { Problem, ProblemCode } from '../../../messages/index.ts';
import { Button, TextArea, TextField } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { useFocusOnMount } from '../../page/use-focus-on-mount.ts';
import { useOnePress } from '../../page/use-one-press.ts';
import type { StyleDraft } from './style-draft.ts';

interface StyleFormProps {
  /** The form's accessible name. */
  label: string;
  initial: StyleDraft;
  onSave: (draft: StyleDraft) => Promise<Problem | undefined>;
  onCancel: () => void;
  /** Buttons for what else can be done with the style. */
  actions?: ComponentChildren;
}

/** The field at which each problem is shown. */
const FIELDS: Partial<Record<ProblemCode, keyof StyleDraft>> = {
  STYLE_NAME_EMPTY: 'name',
  STYLE_NAME_TOO_LONG: 'name',
  STYLE_WITHOUT_PROMPT: 'template',
  STYLE_TOO_LONG: 'template',
  STYLE_SIZE_INVALID: 'width',
  STYLE_MODEL_INVALID: 'model',
};
const EXAMPLE = 'options_style_example';

/** The fields of a style, and an example of what a prompt becomes with it. */
export function StyleForm({ label, initial, onSave, onCancel, actions }: StyleFormProps) {
  const [draft, setDraft] = useState(initial);
  const [problem, setProblem] = useState<Problem>();
  const first = useFocusOnMount<HTMLInputElement>(true, { fromButton: true });
  const field = (name: keyof StyleDraft) => ({
    value: draft[name],
    onInput: (text: string) => {
      setProblem(undefined);
      setDraft({ ...draft, [name]: text });
    },
    ...(problem && FIELDS[problem.code] === name && { error: problemText(problem) }),
  });
  const save = useOnePress(async () => setProblem(await onSave(draft)));
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) onCancel();
  };

  return (
    <form
      class="style-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={closeOnEscape}
    >
      <TextField ref={first} label={t('options_style_name')} {...field('name')} />
      <TextArea
        label={t('options_style_template')}
        hint={t('options_style_template_hint')}
        rows={3}
        {...field('template')}
      />
      <TextField label={t('popup_negative_prompt')} {...field('negativePrompt')} />
      <div class="style-sizes">
        <TextField label={t('popup_width')} inputMode="numeric" {...field('width')} />
        <TextField label={t('popup_height')} inputMode="numeric" {...field('height')} />
        <TextField label={t('popup_model')} placeholder="owner/name" spellcheck={false} {...field('model')} />
      </div>
      <p class="style-becomes">
        <span class="quiet">{t('options_style_becomes', t(EXAMPLE))}</span>{' '}
        <bdi>{draft.template.split(PROMPT_SLOT).join(t(EXAMPLE))}</bdi>
      </p>
      {problem && FIELDS[problem.code] === undefined && (
        <p class="error-text" role="alert">
          {problemText(problem)}
        </p>
      )}
      <div class="actions">
        <Button type="submit" variant="primary">
          {t('options_style_save')}
        </Button>
        <Button onClick={onCancel}>{t('common_cancel')}</Button>
        {actions}
      </div>
    </form>
  );
}
