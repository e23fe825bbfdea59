import { useRef, useState } from 'preact/hooks';
import type { SourceView } from '../../../../messages/index.ts';
import { isHuggingFace } from '../../../../web/hugging-face.ts';
import { Button } from '../../../components/index.ts';
import { Switch } from '../../../components/Switch.tsx';
import { ErrorText } from '../../../page/ErrorText.tsx';
import { t } from '../../../page/extension.ts';
import { InlineConfirm } from '../../../page/InlineConfirm.tsx';
import { useOptions } from '../../../page/settings-context.ts';
import { useSave } from '../../../page/use-save.ts';

interface SourceSwitchesProps {
  source: SourceView;
  locked: boolean;
  describedBy: string;
  onRemoved: () => void;
}

/** The switch and *Remove* of a source. For Hugging Face, a question first explains the effect on pictures. */
export function SourceSwitches({ source, locked, describedBy, onRemoved }: SourceSwitchesProps) {
  const { ask, reload } = useOptions();
  const { error, save } = useSave();
  const [asking, setAsking] = useState<'remove' | 'off'>();
  const place = useRef<HTMLSpanElement>(null);
  const warned = isHuggingFace(source.url) && source.enabled;

  const enable = (enabled: boolean) =>
    save(async () => {
      const reply = await ask('changeSource', { id: source.id, change: { enabled } });
      await reload();
      return reply.ok ? undefined : reply.problem;
    });
  const remove = () =>
    save(
      async () => {
        const reply = await ask('removeSource', { id: source.id });
        if (!reply.ok) return reply.problem;
        onRemoved();
        await reload();
        return undefined;
      },
      t('source_removed', source.name),
    );
  const stop = (selector: string) => {
    setAsking(undefined);
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(selector)?.focus());
  };

  return (
    <>
      <span class="source-switches" ref={place}>
        {!locked && (
          <Button
            small
            iconOnly
            variant="quiet"
            icon="trash"
            aria-describedby={describedBy}
            onClick={() => (warned ? setAsking('remove') : void remove())}
          >
            {t('source_remove')}
          </Button>
        )}
        <Switch
          hideLabel
          label={t('source_enabled')}
          checked={source.enabled}
          disabled={locked}
          onChange={(enabled) => (warned ? setAsking('off') : void enable(enabled))}
        />
      </span>
      {error && <ErrorText>{error}</ErrorText>}
      {asking && (
        <InlineConfirm
          question={t('source_without_huggingface')}
          yes={t(asking === 'remove' ? 'source_remove_yes' : 'source_off_yes')}
          onYes={async () => {
            if (asking === 'remove') await remove();
            else await enable(false);
            stop('input');
          }}
          onNo={() => stop(asking === 'remove' ? 'button' : 'input')}
        />
      )}
    </>
  );
}
