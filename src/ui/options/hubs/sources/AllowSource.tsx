import { useState } from 'preact/hooks';
import type { SourceView } from '../../../../messages/index.ts';
import { Button, Notice } from '../../../components/index.ts';
import { requestOrigin, t } from '../../../page/extension.ts';
import { useOptions } from '../../../page/settings-context.ts';

/** The notice on a source whose permission was refused or taken back, with a button that asks for it. */
export function AllowSource({ source, onAllowed }: { source: SourceView; onAllowed: () => void }) {
  const { announce, reload } = useOptions();
  const [refused, setRefused] = useState(false);
  const { host } = new URL(source.url);

  const allow = async () => {
    const granted = await requestOrigin(source.url);
    setRefused(!granted);
    await reload();
    if (!granted) return;
    announce(t('source_allowed', source.name));
    onAllowed();
  };

  return (
    <Notice
      tone="caution"
      actions={
        <Button small onClick={allow}>
          {t('source_allow')}
        </Button>
      }
    >
      <p role={refused ? 'alert' : undefined}>
        {t(refused ? 'options_permission_refused' : 'source_not_allowed', host)}
      </p>
    </Notice>
  );
}
