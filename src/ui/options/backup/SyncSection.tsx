import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Problem, Reply, SettingsView } from '../../../messages/index.ts';
import type { Difference, SyncChoice, SyncStatus } from '../../../settings/index.ts';
import { Switch } from '../../components/index.ts';
import { ErrorText } from '../../page/ErrorText.tsx';
import { requestOrigin, t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';
import { Section } from '../Section.tsx';
import { ClearSync } from './ClearSync.tsx';
import { Said } from './Said.tsx';
import { SyncDialog } from './SyncDialog.tsx';
import { SyncNotices } from './SyncNotices.tsx';
import { useUndo } from './use-undo.ts';

/**
 * Lets the settings follow the user over the browser's own sync. Where the settings here and there differ, it
 * asks first.
 */
export function SyncSection() {
  const { ask, settings, show } = useOptions();
  const status = useSignal<SyncStatus | undefined>(undefined);
  const [differences, setDifferences] = useState<Difference[]>();
  const [error, setError] = useState<string>();
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const { mayUndo, offer, undo } = useUndo('sync', { say: setSaid, fail: setError });

  const fail = (problem: Problem) => setError(problemText(problem));
  const read = async () => {
    const reply = await ask('readSync', {});
    if (reply.ok) status.value = reply.value;
    else fail(reply.problem);
  };
  // The background announces the settings also when the state of the sync changes: then that state is read again.
  useEffect(() => void read(), [settings.value]);

  const turnOn = async (hold: SyncChoice) => {
    const replaces = hold === 'there' && differences !== undefined;
    const url = hold === 'there' ? urlIn(differences ?? []) : null;
    // Before any other await: browsers ask only while the click is being handled.
    if (url && !(await requestOrigin(url.href))) return setError(t('options_permission_refused', url.host));
    const reply: Reply<SettingsView> = await ask('turnSyncOn', { hold });
    setDifferences(undefined);
    if (!reply.ok) return fail(reply.problem);
    show(reply.value);
    await read();
    setSaid(t('options_sync_on_done'));
    if (replaces) offer();
  };

  /** First off, or what is put back would be sent to the other browsers as an edit. */
  const takeBack = async () => {
    const reply = await ask('turnSyncOff', {});
    if (!reply.ok) return fail(reply.problem);
    await undo();
    await read();
  };

  const turnOff = async () => {
    const reply = await ask('turnSyncOff', {});
    if (!reply.ok) return fail(reply.problem);
    await read();
    setSaid(t('options_sync_off_done'));
  };

  const toggle = async (on: boolean) => {
    if (busy) return;
    setBusy(true);
    setSaid('');
    setError(undefined);
    if (!on) await turnOff();
    else {
      const reply = await ask('previewSync', {});
      if (!reply.ok) fail(reply.problem);
      else if (reply.value.differences.length > 0) setDifferences(reply.value.differences);
      else await turnOn('there');
    }
    setBusy(false);
  };

  const { on = false, isThere = false } = status.value ?? {};
  return (
    <Section id="sync" title={t('options_sync_title')} lead={t('options_sync_lead')}>
      <div class="rows">
        <div class="saved-switch">
          <Switch
            // A new key sets the switch back to what is stored when the question is answered with no.
            key={`${on} ${differences === undefined}`}
            label={t('options_sync_switch')}
            hint={t('options_sync_hint')}
            checked={on}
            disabled={status.value === undefined}
            onChange={(next) => void toggle(next)}
          />
        </div>
        {!on && isThere && (
          <ClearSync
            onDone={(sentence) => {
              setError(undefined);
              setSaid(sentence);
              void read();
            }}
            onProblem={fail}
          />
        )}
      </div>
      {status.value && <SyncNotices status={status.value} />}
      {error && <ErrorText>{error}</ErrorText>}
      <Said sentence={said} onUndo={mayUndo ? () => void takeBack() : undefined} />
      {differences && (
        <SyncDialog differences={differences} onChosen={turnOn} onClose={() => setDifferences(undefined)} />
      )}
    </Section>
  );
}

/** The address of the user's own API among the settings that would change; the browser has to allow it. */
function urlIn(differences: readonly Difference[]): URL | null {
  const own = differences.find(({ part }) => part === 'huggingface.apiUrl');
  return own ? URL.parse(String(own.inFile)) : null;
}
