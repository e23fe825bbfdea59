import { useSignal } from '@preact/signals';
import type { ModelHit } from '../../../messages/index.ts';
import { visible } from '../../../web/visible.ts';
import { Button } from '../../components/Button.tsx';
import { ask, listOf, openPage, t, uiLanguage } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { usePopup } from '../../stage/context.ts';
import { sourceHost, sourceName } from '../../words/source-name.ts';
import './model-list.css';
import { takesWords } from './takes-words.ts';

interface ModelResultProps {
  hit: ModelHit;
  /** No service makes pictures with the model: it is shown with the sources that have it, and not offered for use. */
  idle: boolean;
  onUse: (model: string) => void;
  onLookUp: (model: string) => void;
}

export function ModelResult({ hit, idle, onUse, onLookUp }: ModelResultProps) {
  const settings = usePopup().settings.value;
  const problem = useSignal<string | undefined>(undefined);
  const { item, alsoAt, alsoAtIds, runnable } = hit;
  const hosts = [item._source, ...alsoAtIds].flatMap((id) => sourceHost(settings, id) ?? []);
  const places = [sourceName(settings, item._source), ...alsoAt];
  const name = visible(item.id);

  async function open() {
    const repository = { type: 'model', id: item.id } as const;
    const reply = await ask('repositoryPage', { repository, source: item._source });
    problem.value = reply.ok ? undefined : problemText(reply.problem);
    if (reply.ok) openPage(reply.value.url);
  }

  return (
    <li class={idle ? 'result result-idle' : 'result'}>
      <div class="result-words">
        <bdi class="result-id">{name}</bdi>
        <span class={`result-runs result-runs-${runnable}`}>{t(`popup_runnable_${runnable}`)}</span>
        <span class="result-facts">
          {[
            t(idle ? 'popup_has_files' : 'popup_lives_at', places),
            !idle && takesWords(item.id),
            count('likes', item.likes),
            count('downloads', item.downloads),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {problem.value && (
          <span class="error-text" role="alert">
            {problem.value}
          </span>
        )}
        {hosts.length > 0 && <bdi class="result-facts">{listOf(hosts)}</bdi>}
      </div>
      <div class="result-actions">
        {idle ? (
          <Button
            small
            variant="quiet"
            icon="external"
            onClick={() => void open()}
            aria-label={t('popup_open_named', name, places[0] ?? '')}
          >
            {t('popup_this_page_open')}
          </Button>
        ) : (
          <Button small onClick={() => onUse(item.id)} aria-label={t('popup_use_named', name)}>
            {t('popup_use')}
          </Button>
        )}
        <Button
          small
          variant="quiet"
          onClick={() => onLookUp(item.id)}
          aria-label={t('popup_look_inside_named', name)}
        >
          {t('popup_look_inside')}
        </Button>
      </div>
    </li>
  );
}

/** A number from a hub's JSON in words; empty where the value is not a number. */
function count(what: 'likes' | 'downloads', value: unknown): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '';
  const format = new Intl.NumberFormat(uiLanguage(), { notation: 'compact' });
  return t(`popup_${what}`, format.format(value));
}
