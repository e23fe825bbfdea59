import { useState } from 'preact/hooks';
import type { RepositoryType } from '../../../../hub/types.ts';
import { Button } from '../../../components/index.ts';
import { typedRepository } from '../../../lookup/typed-repository.ts';
import { t } from '../../../page/extension.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { useSave } from '../../../page/use-save.ts';
import { RepositoryFields } from '../RepositoryFields.tsx';

/** Removes one repository from the cache, so that the next lookup asks the sources again. */
export function ForgetForm({ onForgotten }: { onForgotten: () => Promise<unknown> }) {
  const { ask } = useOptions();
  const { error, state, save, show } = useSave();
  const [text, setText] = useState('');
  const [type, setType] = useState<RepositoryType>('model');

  const forget = async () => {
    const parsed = await ask('parseRepository', { text });
    if (!parsed.ok) return parsed.problem;
    const { type: kind, id } = typedRepository(parsed.value.repository, text, type);
    const reply = await ask('forgetRepository', { repository: { type: kind, id } });
    return reply.ok ? undefined : reply.problem;
  };

  const submit = async (event: Event) => {
    event.preventDefault();
    if (state === 'saving') return;
    if (await save(forget, t('options_forgotten'))) await onForgotten();
  };

  return (
    <form class="group ruled" onSubmit={submit} noValidate>
      <RepositoryFields
        label={t('options_forget')}
        {...{ text, type, error }}
        onText={(typed) => {
          setText(typed);
          show();
        }}
        onType={setType}
      />
      <div class="actions">
        <Button type="submit">{t('options_forget_button')}</Button>
        {state === 'saved' && (
          <span class="quiet small" aria-hidden="true">
            {t('options_forgotten')}
          </span>
        )}
      </div>
    </form>
  );
}
