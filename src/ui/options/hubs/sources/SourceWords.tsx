import type { SourceView } from '../../../../messages/index.ts';
import { t } from '../../../page/extension.ts';

/** The name of a source, and its address, type and pinned owners. */
export function SourceWords({ id, source }: { id: string; source: SourceView }) {
  const { name, url, type, namespaces } = source;
  const facts = [
    url.replace(/^https:\/\//, ''),
    t(`source_type_${type}`),
    namespaces.length > 0 && t('source_pinned', namespaces),
  ].filter((fact) => typeof fact === 'string');
  const line = facts.join(' · ');
  return (
    <div class="source-words">
      <h4 class="source-name" id={id}>
        <bdi>{name}</bdi>
      </h4>
      <p class="source-facts" title={line}>
        <bdi>{line}</bdi>
      </p>
    </div>
  );
}
