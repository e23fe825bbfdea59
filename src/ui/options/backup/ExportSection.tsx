import { useState } from 'preact/hooks';
import { Button, TextField } from '../../components/index.ts';
import { downloadBlob } from '../../page/download.ts';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';
import { RowButton } from '../RowButton.tsx';
import { Section } from '../Section.tsx';

/** Saves the settings as a file; tokens only encrypted with a passphrase. */
export function ExportSection() {
  const { ask } = useOptions();
  const [passphrase, setPassphrase] = useState('');
  const [isShown, setShown] = useState(false);
  const [error, setError] = useState<string>();
  const [said, setSaid] = useState('');

  const save = async () => {
    setSaid('');
    const reply = await ask('exportSettings', passphrase === '' ? {} : { passphrase });
    setError(reply.ok ? undefined : problemText(reply.problem));
    if (!reply.ok) return;
    const fileName = `understudy-settings-${new Date().toISOString().slice(0, 10)}.json`;
    downloadBlob(new Blob([reply.value.text], { type: 'application/json' }), fileName);
    setSaid(t(passphrase === '' ? 'options_export_done' : 'options_export_done_tokens', fileName));
    setPassphrase('');
    setShown(false);
  };

  return (
    <Section id="export" title={t('options_export_title')}>
      <div class="rows">
        <TextField
          type={isShown ? 'text' : 'password'}
          autocomplete="new-password"
          spellcheck={false}
          label={t('options_export_passphrase')}
          hint={t('options_export_passphrase_hint')}
          aside={
            <Button small variant="quiet" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
              {t('options_passphrase_show')}
            </Button>
          }
          error={error}
          value={passphrase}
          onInput={(text) => {
            setPassphrase(text);
            setError(undefined);
          }}
          onKeyDown={(event) => event.key === 'Enter' && void save()}
        />
        <RowButton title={t('options_export_what')} text={t('options_export_what_hint')}>
          <Button variant="primary" icon="save" onClick={save}>
            {t('options_export')}
          </Button>
        </RowButton>
      </div>
      <p class="section-lead" role="status">
        {said}
      </p>
    </Section>
  );
}
