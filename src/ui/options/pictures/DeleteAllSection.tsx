import { useState } from 'preact/hooks';
import { Button } from '../../components/index.ts';
import { t } from '../../page/extension.ts';
import { InlineConfirm } from '../../page/InlineConfirm.tsx';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';
import { Section } from '../Section.tsx';

/** Deletes every picture and job, after a question: there is no way back. */
export function DeleteAllSection() {
  const { ask, announce } = useOptions();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string>();

  const deleteAll = async () => {
    const reply = await ask('deletePicturesAndJobs', { confirmed: true });
    setAsking(false);
    setError(reply.ok ? undefined : problemText(reply.problem));
    if (reply.ok) announce(t('options_delete_all_done', reply.value.pictures, reply.value.jobs));
  };

  return (
    <Section id="delete-all" title={t('options_delete_all_title')} lead={t('options_delete_all_lead')}>
      {asking ? (
        <InlineConfirm
          question={t('options_delete_all_question')}
          yes={t('options_delete_all_yes')}
          onYes={deleteAll}
          onNo={() => setAsking(false)}
        />
      ) : (
        <div class="actions">
          <Button variant="danger" onClick={() => setAsking(true)}>
            {t('options_delete_all')}
          </Button>
        </div>
      )}
      {error && (
        <p class="error-text" role="alert">
          {error}
        </p>
      )}
    </Section>
  );
}
