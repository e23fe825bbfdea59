import { useMemo, useState } from 'preact/hooks';
import type { SourceView } from '../../../../messages/index.ts';
import { ErrorText } from '../../../page/ErrorText.tsx';
import { t } from '../../../page/extension.ts';
import { problemText } from '../../../page/problem-text.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { inWantedOrder, moveBy, moveTo } from '../../reorder.ts';
import { createWantedOrder } from '../../wanted-order.ts';
import type { HubsState } from '../hubs-state.ts';
import { SourceItem } from './SourceItem.tsx';
import './source-list.css';

interface SourceListProps {
  sources: readonly SourceView[];
  hubs: HubsState;
  locked: boolean;
  onRemoved: (source: SourceView) => void;
}

/** The sources in the order they are asked. A new order is shown at once and taken back when it could not be stored. */
export function SourceList({ sources, hubs, locked, onRemoved }: SourceListProps) {
  const { ask, announce, reload } = useOptions();
  const [error, setError] = useState<string>();
  const wanted = useMemo(createWantedOrder, []);
  const shown = inWantedOrder(sources, wanted.ids.value, ({ id }) => id);
  const ids = shown.map(({ id }) => id);

  const order = (next: string[], moved: SourceView) => {
    if (next.join() === ids.join()) return;
    void wanted.want(next, async (isNewest) => {
      const reply = await ask('orderSources', { ids: next });
      if (isNewest()) {
        setError(reply.ok ? undefined : problemText(reply.problem));
        if (reply.ok) announce(t('options_moved', moved.name, next.indexOf(moved.id) + 1, next.length));
      }
      await reload();
    });
  };

  if (sources.length === 0) return <p class="quiet">{t('source_none')}</p>;
  return (
    <>
      <ol class="sources rows" tabIndex={-1} aria-label={t('options_title_sources')}>
        {shown.map((source, index) => (
          <SourceItem
            key={source.id}
            source={source}
            hubs={hubs}
            index={index}
            count={shown.length}
            locked={locked}
            onMove={(offset) => order(moveBy(ids, source.id, offset), source)}
            onDropped={(id) => {
              const moved = shown.find((one) => one.id === id);
              if (moved) order(moveTo(ids, id, index), moved);
            }}
            onRemoved={() => onRemoved(source)}
          />
        ))}
      </ol>
      {error && <ErrorText>{error}</ErrorText>}
    </>
  );
}
