import { useEffect, useState } from 'preact/hooks';
import type { CacheView } from '../../../../messages/index.ts';
import { Button } from '../../../components/index.ts';
import { ErrorText } from '../../../page/ErrorText.tsx';
import { t } from '../../../page/extension.ts';
import { problemText } from '../../../page/problem-text.ts';
import { useOptions } from '../../../page/settings-context.ts';
import { Section } from '../../Section.tsx';
import { CacheNumbers } from './CacheNumbers.tsx';
import { ForgetForm } from './ForgetForm.tsx';

/** The cache of lookups, and buttons to clear it. */
export function CacheSection() {
  const { ask, announce } = useOptions();
  const [stats, setStats] = useState<CacheView>();
  const [error, setError] = useState<string>();

  const refresh = async () => {
    const reply = await ask('cacheStats', {});
    if (reply.ok) setStats(reply.value);
    setError(reply.ok ? undefined : problemText(reply.problem));
    return reply.ok ? reply.value : undefined;
  };
  useEffect(() => {
    void refresh();
    const onVisible = () => void (document.visibilityState === 'visible' && refresh());
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, []);

  const refreshAloud = async () => {
    const now = await refresh();
    if (now) announce(t('options_cache_now', now.entries, now.hits, now.misses));
  };

  const clear = async () => {
    const reply = await ask('clearCache', {});
    if (!reply.ok) return setError(problemText(reply.problem));
    announce(t('options_cache_cleared'));
    await refresh();
  };

  return (
    <Section id="cache" title={t('options_title_cache')} lead={t('options_cache_lead')}>
      <div class="group">
        <CacheNumbers stats={stats} />
        {error && <ErrorText>{error}</ErrorText>}
        <div class="actions">
          <Button icon="again" onClick={refreshAloud}>
            {t('options_cache_refresh')}
          </Button>
          <Button onClick={clear}>{t('options_cache_clear')}</Button>
        </div>
      </div>
      <ForgetForm onForgotten={refresh} />
    </Section>
  );
}
