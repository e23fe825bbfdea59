import { useId } from 'preact/hooks';
import { sourceViews } from '../../../../messages/index.ts';
import { Spinner } from '../../../components/index.ts';
import { t } from '../../../page/extension.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { ChainNodeItem } from './ChainNodeItem.tsx';
import { ChainVerdictBox } from './ChainVerdictBox.tsx';
import './chain.css';
import { chainNodes } from '../../../lookup/chain-node.ts';
import type { ChainRun } from '../../../lookup/chain-run.ts';
import { chainVerdict } from '../../../lookup/chain-verdict.ts';

/** The sources from top to bottom, and below them the result. */
export function ChainResult({ run }: { run: ChainRun | undefined }) {
  const { settings } = useOptions();
  const id = useId();
  const isSwitchedOff = settings.value?.hub.enabled === false;
  const sources = settings.value && !isSwitchedOff ? sourceViews(settings.value) : [];
  const nameOf = (id: string) => sources.find((source) => source.id === id)?.name ?? id;
  const { repository, location } = run ?? {};
  const shown = run && repository && run.phase !== 'refused';
  const nodes = shown ? chainNodes(sources, repository, run.attempts, location, run.phase !== 'asking') : [];
  return (
    <div class="chain">
      {nodes.length > 0 && (
        <>
          <h3 id={id}>{t('chain_picture', repository?.id ?? '')}</h3>
          <ol class="chain-nodes" aria-labelledby={id}>
            {nodes.map((node) => (
              <ChainNodeItem key={node.id} node={node} />
            ))}
          </ol>
        </>
      )}
      <div role="status">
        {run?.phase === 'asking' && (
          <p class="actions quiet">
            <Spinner /> {t('chain_asking')}
          </p>
        )}
        {(run?.phase === 'cancelled' || run?.phase === 'interrupted') && (
          <p class="quiet">{t(`chain_${run.phase}`)}</p>
        )}
        {location && repository && (
          <ChainVerdictBox verdict={chainVerdict(location, { id: repository.id, nameOf, isSwitchedOff })} />
        )}
      </div>
    </div>
  );
}
