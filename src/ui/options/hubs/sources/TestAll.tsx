import { useState } from 'preact/hooks';
import type { SourceView } from '../../../../messages/index.ts';
import { Button } from '../../../components/index.ts';
import { countOf, t } from '../../../page/extension.ts';
import { useOptions } from '../../../page/settings-context.ts';
import type { HubsState } from '../hubs-state.ts';

/** Tests every source that may be asked; each row shows its answer as it comes. */
export function TestAll({ hubs, sources }: { hubs: HubsState; sources: readonly SourceView[] }) {
  const { announce } = useOptions();
  const [busy, setBusy] = useState(false);
  const asked = sources.filter(({ enabled, allowed }) => enabled && allowed);
  if (asked.length === 0) return null;
  const testAll = async () => {
    if (busy) return;
    setBusy(true);
    await Promise.all(asked.map(({ id }) => hubs.test(id)));
    setBusy(false);
    const good = asked.filter(({ id }) => hubs.answers.value[id]?.tone === 'good').length;
    announce(countOf('source_tested_all', asked.length, good, asked.length));
  };
  return (
    <Button variant="quiet" aria-disabled={busy} onClick={testAll}>
      {t(busy ? 'source_testing' : 'source_test_all')}
    </Button>
  );
}
