import { useMemo, useState } from 'preact/hooks';
import type { Problem } from '../../../messages/index.ts';
import type { Style } from '../../../settings/index.ts';
import { t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { useOptions } from '../../page/settings-context.ts';
import { styleName } from '../../words/style-name.ts';
import { inWantedOrder, moveBy } from '../reorder.ts';
import { createWantedOrder } from '../wanted-order.ts';
import { StyleItem } from './StyleItem.tsx';

interface StyleListProps {
  styles: readonly Style[];
  onChanged: () => Promise<void>;
  onSaid: (text: string) => void;
  onRemoved: (style: Style) => void;
}

/** The styles in the order they are offered. A new order is shown at once. */
export function StyleList({ styles, onChanged, onSaid, onRemoved }: StyleListProps) {
  const { ask } = useOptions();
  const [problem, setProblem] = useState<Problem>();
  const wanted = useMemo(createWantedOrder, []);
  const shown = inWantedOrder(styles, wanted.ids.value, ({ id }) => id);
  const ids = shown.map(({ id }) => id);

  const move = (style: Style, offset: -1 | 1) => {
    const next = moveBy(ids, style.id, offset);
    void wanted.want(next, async (isNewest) => {
      const reply = await ask('orderStyles', { ids: next });
      if (isNewest()) {
        setProblem(reply.ok ? undefined : reply.problem);
        if (reply.ok) onSaid(t('options_moved', styleName(style), next.indexOf(style.id) + 1, next.length));
      }
      await onChanged();
    });
  };

  return (
    <>
      <ol class="rows styles-list" tabIndex={-1} aria-label={t('options_panel_styles')}>
        {shown.map((style, index) => (
          <StyleItem
            key={style.id}
            style={style}
            index={index}
            count={shown.length}
            onMove={(offset) => move(style, offset)}
            onSaved={onSaid}
            onRemoved={onRemoved}
            onProblem={setProblem}
          />
        ))}
      </ol>
      {problem && (
        <p class="error-text" role="alert">
          {problemText(problem)}
        </p>
      )}
    </>
  );
}
