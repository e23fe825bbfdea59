import type { SourceView } from '../../../messages/index.ts';
import { t } from '../../page/extension.ts';
import { SavedSwitch } from '../fields/SavedSwitch.tsx';
import { useOptions } from '../options-context.ts';

/** Whether a source is asked. */
export function SourceEnabled({ source, locked }: { source: SourceView; locked: boolean }) {
  const { ask, reload } = useOptions();
  const enable = async (enabled: boolean) => {
    const reply = await ask('changeSource', { id: source.id, change: { enabled } });
    await reload();
    return reply.ok ? undefined : reply.problem;
  };
  return (
    <SavedSwitch label={t('source_enabled')} checked={source.enabled} disabled={locked} onSave={enable} />
  );
}
