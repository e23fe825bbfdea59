import { Icon, Spinner } from '../../../components/index.ts';
import type { ChainNode, NodeTone } from '../../../lookup/chain-node.ts';
import { t, uiLanguage } from '../../../page/extension.ts';
import { say } from '../../../page/sentence.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { formatMilliseconds } from '../../../words/format-milliseconds.ts';
import { sourceHost } from '../../../words/source-name.ts';

const ICONS = { has: 'check', also: 'check', no: 'close', unclear: 'warning' } as const;

/** One source in the chain. */
export function ChainNodeItem({ node }: { node: ChainNode }) {
  const { status, ms, cached, message, reason } = node.attempt ?? {};
  const { settings } = useOptions();
  const host = sourceHost(settings.value, node.id);
  const facts = [
    status !== undefined && t('chain_status', status),
    ms !== undefined && formatMilliseconds(ms, uiLanguage()),
    cached && t('chain_from_cache'),
    reason && t(`chain_why_${reason}`),
  ].filter((fact) => typeof fact === 'string');
  return (
    <li class={`chain-node chain-${node.tone}`} data-tone={node.tone}>
      <span class="chain-mark">
        <Mark tone={node.tone} />
      </span>
      <div class="chain-words">
        <p>
          <strong>{node.name}</strong> {host && <bdi class="chain-host">{host} </bdi>}
          <span class="chain-verdict">{say(node.words)}</span>{' '}
          {node.tone === 'has' && <span class="chain-used">{t('chain_used')}</span>}
        </p>
        {facts.length > 0 && <p class="chain-facts">{facts.join(' · ')}</p>}
        {message && node.tone === 'unclear' && <p class="chain-facts chain-message">{message}</p>}
      </div>
    </li>
  );
}

function Mark({ tone }: { tone: NodeTone }) {
  if (tone === 'waiting') return <Spinner />;
  if (tone === 'apart') return <span class="chain-dash" />;
  return <Icon name={ICONS[tone]} size={16} />;
}
