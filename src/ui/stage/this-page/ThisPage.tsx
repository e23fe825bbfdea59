import { useSignal } from '@preact/signals';
import type { RepositoryTarget } from '../../../messages/index.ts';
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { useChain } from '../../lookup/use-chain.ts';
import { ask, openPage, t } from '../../page/extension.ts';
import { problemText } from '../../page/problem-text.ts';
import { sourceName } from '../../words/source-name.ts';
import { usePopup } from '../context.ts';
import { hostElsewhere } from './host-elsewhere.ts';
import './this-page.css';
import { usePageInFront } from './use-page-in-front.ts';

/** One line, shown when the page in front is missing at its hub and another hub has it. */
export function ThisPage() {
  const page = usePageInFront();
  return page && <Elsewhere key={page.address} {...page} />;
}

interface ElsewhereProps {
  repository: RepositoryTarget;
  /** The id of the source whose page is in front. */
  source: string;
}

function Elsewhere({ repository, source }: ElsewhereProps) {
  const settings = usePopup().settings.value;
  const closed = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const { location } = useChain(repository);
  const host = location && hostElsewhere(location, source);
  if (host === undefined || closed.value) return null;

  async function open() {
    const reply = await ask('repositoryPage', { repository, ...(host !== undefined && { source: host }) });
    if (reply.ok) openPage(reply.value.url);
    else problem.value = problemText(reply.problem);
  }

  return (
    <section class="this-page" aria-label={t('popup_this_page')}>
      <p role={problem.value ? 'alert' : 'status'}>
        {problem.value ?? t('popup_this_page_missing', sourceName(settings, host))}
      </p>
      <Button small variant="quiet" onClick={() => void open()}>
        {t('popup_this_page_open')}
      </Button>
      <IconButton
        icon="close"
        label={t('common_close')}
        onClick={() => {
          closed.value = true;
        }}
      />
    </section>
  );
}
