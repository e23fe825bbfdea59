import type { Picture, PictureAttempt } from '../../../gallery/index.ts';
import { Icon } from '../../components/Icon.tsx';
import { hasText, t, uiLanguage } from '../../page/extension.ts';
import { asSeconds } from '../../words/durations.ts';
import { helpedWords, stepWords, warningWords } from '../../words/made-words.ts';
import { providerName } from '../../words/provider-name.ts';

/** The services that were asked for the picture with their answers, ending with the one that made it. */
export function Story({ picture }: { picture: Picture }) {
  const { provider, route, elapsedMs, warnings = [] } = picture;
  const made: PictureAttempt = { provider, ...(route && { route }), elapsedMs };
  const attempts = picture.attempts ?? [made];
  const failed = attempts.find((attempt) => attempt.code !== undefined && attempt.provider !== provider);
  return (
    <section>
      <h2 class="pane-title">
        {failed
          ? helpedWords(failed.provider, failed.code, provider)
          : t('gallery_made_by', providerName(provider))}
      </h2>
      <ol class="story">
        {attempts.map((attempt, place) => (
          <li key={`${place}`} class={attempt.code === undefined ? 'story-step story-made' : 'story-step'}>
            <span class="story-dot">
              <Icon name={attempt.code === undefined ? 'check' : 'close'} size={12} />
            </span>
            <bdi class="story-who">
              {providerName(attempt.provider)}
              {attempt.route && ` · ${attempt.route}`}
            </bdi>
            {attempt.elapsedMs !== undefined && (
              <span class="story-took">{asSeconds(attempt.elapsedMs, uiLanguage())}</span>
            )}
            <span class="story-said">{saidWords(attempt)}</span>
          </li>
        ))}
      </ol>
      {warnings.map((warning) => (
        <p key={warning.code} class="story-warning">
          {warningWords(warning, provider)}
        </p>
      ))}
    </section>
  );
}

function saidWords({ provider, code, status, detail }: PictureAttempt): string {
  const paid = `popup_paid_by_${provider}`;
  // The service may be known to a newer version alone: nobody can say here whose account pays.
  if (code === undefined) return hasText(paid) ? t(paid) : stepWords('picture', undefined, undefined);
  const said = stepWords('failed', code, status);
  return detail === undefined ? said : t('gallery_step_with_detail', said, detail);
}
