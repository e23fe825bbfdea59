import type { ListReport, Verdict } from '../../../hub/types.ts';
import { t } from '../../page/extension.ts';
import { usePopup } from '../../stage/context.ts';
import { sourceName } from '../../words/source-name.ts';
import { verdictWords } from './verdict-words.ts';

const FINE: readonly Verdict[] = ['present', 'skipped', 'cancelled'];

/** The sources that gave no list, a line each: a failing one neither empties the list nor hides. */
export function SourceFailures({ reports }: { reports: readonly ListReport[] }) {
  const settings = usePopup().settings.value;
  const failed = reports.filter(({ verdict }) => !FINE.includes(verdict));
  const shut = settings?.sources.filter(({ id, enabled }) => enabled && !settings.allowed[id]) ?? [];
  if (failed.length + shut.length === 0) return null;
  return (
    <ul class="source-failures">
      {failed.map(({ source, verdict, status }) => (
        <li key={source}>
          {t('popup_source_failed', sourceName(settings, source), verdictWords(verdict, status))}
        </li>
      ))}
      {shut.map(({ id, name }) => (
        <li key={id}>{t('popup_source_failed', name, t('popup_verdict_not_allowed'))}</li>
      ))}
    </ul>
  );
}
