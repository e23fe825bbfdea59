import type { ModelHit } from '../../../messages/index.ts';
import { visible } from '../../../web/visible.ts';
import { Button } from '../../components/Button.tsx';
import { t, uiLanguage } from '../../page/extension.ts';
import { usePopup } from '../../stage/context.ts';
import { sourceName } from '../../words/source-name.ts';

interface ModelResultProps {
  hit: ModelHit;
  onUse: (model: string) => void;
  onLookUp: (model: string) => void;
}

export function ModelResult({ hit, onUse, onLookUp }: ModelResultProps) {
  const settings = usePopup().settings.value;
  const { item, alsoAt, runnable } = hit;
  const places = [sourceName(settings, item._source), ...alsoAt];
  return (
    <li class="result">
      <div class="result-words">
        <bdi class="result-id">{visible(item.id)}</bdi>
        <span class={`result-runs result-runs-${runnable}`}>{t(`popup_runnable_${runnable}`)}</span>
        <span class="result-facts">
          {[
            t('popup_lives_at', places.join(', ')),
            count('likes', item.likes),
            count('downloads', item.downloads),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <div class="result-actions">
        <Button small onClick={() => onUse(item.id)} aria-label={t('popup_use_named', visible(item.id))}>
          {t('popup_use')}
        </Button>
        <Button
          small
          variant="quiet"
          onClick={() => onLookUp(item.id)}
          aria-label={t('popup_look_inside_named', visible(item.id))}
        >
          {t('popup_look_inside')}
        </Button>
      </div>
    </li>
  );
}

/** A number from a hub's JSON; a value that is not a number is left out. */
function count(what: 'likes' | 'downloads', value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '';
  const format = new Intl.NumberFormat(uiLanguage(), { notation: 'compact' });
  return t(`popup_${what}`, format.format(value));
}
