import { useState } from 'preact/hooks';
import { Button } from '../../components/index.ts';
import { ErrorText } from '../../page/ErrorText.tsx';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';
import { Section } from '../Section.tsx';
import { DeleteAllDialog, type GallerySums } from './DeleteAllDialog.tsx';

/** Deletes every picture and job, after a question: there is no way back. */
export function DeleteAllSection() {
  const { ask, announce } = useOptions();
  const [asking, setAsking] = useState<GallerySums>();
  const [error, setError] = useState<string>();

  const open = async () => {
    const reply = await ask('galleryState', {});
    setError(reply.ok ? undefined : problemText(reply.problem));
    if (reply.ok) setAsking(reply.value);
  };
  const deleteAll = async (keepFavourites: boolean) => {
    const reply = await ask('deletePicturesAndJobs', { confirmed: true, keepFavourites });
    setAsking(undefined);
    setError(reply.ok ? undefined : problemText(reply.problem));
    if (reply.ok) announce(t('options_delete_all_done', reply.value.pictures, reply.value.jobs));
  };

  return (
    <Section id="delete-all" title={t('options_delete_all_title')} lead={t('options_delete_all_lead')}>
      <div class="actions">
        <Button variant="danger" onClick={() => void open()}>
          {t('options_delete_all')}
        </Button>
      </div>
      {asking && <DeleteAllDialog sums={asking} onYes={deleteAll} onNo={() => setAsking(undefined)} />}
      {error && <ErrorText>{error}</ErrorText>}
    </Section>
  );
}
