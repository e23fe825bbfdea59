import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { RepositoryTarget } from '../../../messages/index.ts';
import { usableProviders } from '../../../settings/usable-providers.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { announce } from '../../page/announcement.ts';
import { t } from '../../page/extension.ts';
import { usePopup } from '../../stage/context.ts';
import { DownloadList } from '../downloads/DownloadList.tsx';
import { DownloadsStatus } from '../downloads/DownloadsStatus.tsx';
import { AgreeNotice } from './AgreeNotice.tsx';
import { canAskSources } from './can-ask-sources.ts';
import './finder.css';

import { FinderStatus } from './FinderStatus.tsx';
import { ModelSearch } from './ModelSearch.tsx';
import { RepositoryView } from './RepositoryView.tsx';
import { SourcesButton } from './SourcesButton.tsx';

/** Searches for models on every source, and looks up one repository: which source has it, its page and its files. */
export function Finder({ onClose }: { onClose: () => void }) {
  const { keeper, settings, forgetProblem } = usePopup();
  const nobody = settings.value !== undefined && !canAskSources(settings.value);
  const query = useSignal('');
  const target = useSignal<RepositoryTarget | undefined>(undefined);
  const status = useSignal('');
  const field = useRef<HTMLInputElement>(null);

  function use(model: string) {
    keeper.change({ model });
    forgetProblem();
    announce(t('popup_model_chosen', model || (settings.value?.huggingface.model ?? '')));
    onClose();
  }
  function back() {
    if (!target.value) return onClose();
    target.value = undefined;
    status.value = '';
  }

  /** In a repository Escape goes back to the search; otherwise it closes the finder's popover. */
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.isComposing || !target.value) return;
    event.preventDefault();
    event.stopPropagation();
    back();
  }

  return (
    <search class="finder" aria-label={t('popup_find_model')} onKeyDown={onKeyDown}>
      {target.value && (
        <div>
          <Button small variant="quiet" icon="back" onClick={back}>
            {t('popup_back')}
          </Button>
        </div>
      )}
      {target.value ? (
        <div class="finder-body">
          <RepositoryView key={target.value.id} repository={target.value} status={status} onUse={use} />
        </div>
      ) : (
        <ModelSearch
          query={query}
          status={status}
          canAsk={settings.value?.agreed === true && !nobody}
          field={field}
          onUse={use}
          onLookUp={(repository) => {
            target.value = repository;
          }}
        >
          {!nobody && settings.value?.agreed === false && (
            <AgreeNotice settings={settings.value} onAgreed={() => field.current?.focus()} />
          )}
          {nobody && (
            <Notice actions={<SourcesButton />}>
              <p>{t('popup_no_sources')}</p>
            </Notice>
          )}
          {settings.value &&
            !usableProviders(settings.value, settings.value.tokens).includes('huggingface') && (
              <p class="quiet small">{t('popup_model_needs_huggingface')}</p>
            )}
        </ModelSearch>
      )}
      {!target.value && <DownloadList settings={settings.value} />}
      <DownloadsStatus />
      <FinderStatus text={status} />
    </search>
  );
}
