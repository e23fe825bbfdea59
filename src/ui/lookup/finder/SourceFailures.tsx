import type { ListReport, Verdict } from '../../../hub/types.ts';
import { Button } from '../../components/Button.tsx';
import { t } from '../../page/extension.ts';
import { usePopup } from '../../stage/context.ts';
import { sourceName } from '../../words/source-name.ts';
import { attemptWords } from './attempt-words.ts';
import { SourceHost } from './SourceHost.tsx';

const FINE: readonly Verdict[] = ['present', 'cancelled'];

interface SourceFailuresProps {
  reports: readonly ListReport[];
  /** Asks again, including sources that are cooling down. */
  onAgain: () => void;
}

/** The sources that gave no list, one line each. The results of the other sources are still shown. */
export function SourceFailures({ reports, onAgain }: SourceFailuresProps) {
  const settings = usePopup().settings.value;
  const failed = reports.filter(({ verdict }) => !FINE.includes(verdict));
  const shut = settings?.sources.filter(({ id, enabled }) => enabled && !settings.allowed[id]) ?? [];
  if (failed.length + shut.length === 0) return null;
  return (
    <ul class="source-failures">
      {failed.map((report) => (
        <li key={report.source}>
          {t('popup_source_failed', sourceName(settings, report.source), attemptWords(report))}{' '}
          <SourceHost settings={settings} id={report.source} />
        </li>
      ))}
      {shut.map(({ id, name }) => (
        <li key={id}>{t('popup_source_failed', name, t('popup_verdict_not_allowed'))}</li>
      ))}
      {failed.length > 0 && (
        <li>
          <Button small variant="quiet" icon="again" onClick={onAgain}>
            {t('common_retry')}
          </Button>
        </li>
      )}
    </ul>
  );
}
