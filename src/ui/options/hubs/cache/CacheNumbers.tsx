import type { CacheView } from '../../../../messages/index.ts';
import { t, uiLanguage } from '../../../page/extension.ts';
import './cache-numbers.css';

export function CacheNumbers({ stats }: { stats: CacheView | undefined }) {
  const format = new Intl.NumberFormat(uiLanguage());
  const number = (name: keyof CacheView) => (stats ? format.format(stats[name]) : '–');
  return (
    <dl class="numbers">
      {(['entries', 'hits', 'misses'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`options_cache_${name}`)}</dt>
          <dd>{number(name)}</dd>
        </div>
      ))}
    </dl>
  );
}
