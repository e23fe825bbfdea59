import { isActive, type Job } from '../../jobs/index.ts';
import { Button, Notice, Spinner } from '../components/index.ts';
import { hasText, t, uiLanguage } from '../page/extension.ts';
import { say } from '../page/sentence.ts';
import { savePicture } from '../picture/save-picture.ts';
import { usePicture } from '../picture/use-picture.ts';
import { progressSentence } from '../stage/progress/progress-sentence.ts';
import { useNow } from '../stage/use-now.ts';
import { asClock, asSeconds } from '../words/durations.ts';
import { providerName } from '../words/provider-name.ts';
import type { FirstPicture } from './first-picture.ts';

const SAMPLES = ['lighthouse', 'fox-in-snow', 'owl'];

/** The place for the first picture; until then three samples. */
export function Scene({ picture }: { picture: FirstPicture }) {
  const job = picture.job.value;
  const sentence = job && progressSentence(job);
  return (
    <section class="scene" aria-label={t('welcome_scene')}>
      <p class="visually-hidden" role="status">
        {job?.status === 'succeeded' ? t('welcome_made') : sentence && say(sentence)}
      </p>
      <SceneContent job={job} onCancel={() => void picture.cancel()} />
    </section>
  );
}

function SceneContent({ job, onCancel }: { job: Job | undefined; onCancel: () => void }) {
  if (job && isActive(job)) return <Making job={job} onCancel={onCancel} />;
  if (job?.status === 'succeeded') return <Arrived job={job} />;
  return (
    <>
      {job && <Ended job={job} />}
      <div class="fan" aria-hidden="true">
        {SAMPLES.map((name) => (
          <img key={name} src={`/samples/${name}.svg`} alt="" />
        ))}
      </div>
    </>
  );
}

/** Why there is no picture: the sentence for the first failure. */
function Ended({ job: { status, error } }: { job: Job }) {
  if (status === 'interrupted') return <Notice announce="alert">{t('error_interrupted')}</Notice>;
  if (!error) return null;
  const key = `error_${error.code}`;
  const provider = error.causes[0]?.provider;
  const who = provider ? providerName(provider) : '';
  return (
    <Notice tone="error" announce="alert">
      <p>{t(hasText(key) ? key : 'error_UNKNOWN', who)}</p>
    </Notice>
  );
}

function Making({ job, onCancel }: { job: Job; onCancel: () => void }) {
  const now = useNow(true);
  const sentence = progressSentence(job);
  return (
    <div class="scene-frame scene-making">
      <p class="scene-progress">
        <Spinner />
        <span>{sentence && say(sentence)}</span>
        <span class="scene-clock" aria-hidden="true">
          {asClock(now - job.createdAt)}
        </span>
        <Button small onClick={onCancel}>
          {t('options_cancel')}
        </Button>
      </p>
    </div>
  );
}

function Arrived({ job }: { job: Job }) {
  const state = usePicture(job.id, 0);
  if (state.state !== 'ready')
    return <div class="scene-frame">{state.state === 'loading' && <Spinner />}</div>;
  const { picture } = state.stored;
  const took =
    job.endedAt !== undefined && job.startedAt !== undefined ? job.endedAt - job.startedAt : undefined;
  return (
    <figure class="scene-frame" data-provider={picture.provider}>
      <img src={state.url} alt={job.request.prompt} />
      <figcaption class="scene-facts">
        <span>
          <bdi>{providerName(picture.provider)}</bdi>
          {took !== undefined && ` · ${asSeconds(took, uiLanguage())}`}
        </span>
        <a
          class="button button-plain button-small"
          href={state.url}
          download
          onClick={(event) => {
            event.preventDefault();
            void savePicture(state.stored, undefined);
          }}
        >
          {t('welcome_save')}
        </a>
      </figcaption>
    </figure>
  );
}
