import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Job } from '../../jobs/index.ts';
import { countOf, t } from '../page/extension.ts';
import { usePopup } from '../stage/context.ts';
import { providerName } from '../words/provider-name.ts';
import './compare.css';
import { MoreActions } from './MoreActions.tsx';
import { PictureActions } from './PictureActions.tsx';
import { usePicture } from './use-picture.ts';

export interface CompareProps {
  jobs: Job[];
  chosen: Job;
}

/** The pictures of one press side by side. The selected one has the toolbar; selecting it again shows it alone. */
export function Compare({ jobs, chosen }: CompareProps) {
  const lead = jobs[0]?.provider;
  return (
    <section
      class={`stage-fill compare compare-${jobs.length}`}
      aria-label={countOf('popup_compare', jobs.length)}
    >
      {jobs.map((job, place) => (
        <Compared
          key={job.id}
          job={job}
          pressed={job === chosen}
          name={t('popup_queue_place', place + 1, jobs.length)}
          caption={
            job.provider === undefined || job.provider === lead
              ? `${place + 1}`
              : `${place + 1} · ${providerName(job.provider)}`
          }
        />
      ))}
    </section>
  );
}

interface ComparedProps {
  job: Job;
  pressed: boolean;
  name: string;
  caption: string;
}

function Compared({ job, pressed, name, caption }: ComparedProps) {
  const { view, viewAlone } = usePopup();
  const picture = usePicture(job.id, 0);
  const open = useSignal(false);
  const more = useRef<HTMLButtonElement>(null);
  const close = () => {
    open.value = false;
  };
  const { width = 1, height = 1 } = job.request;
  return (
    <figure class="compared" data-provider={job.provider}>
      <button
        type="button"
        class="compared-picture"
        aria-label={name}
        aria-pressed={pressed}
        style={{ '--ratio': `${width / height}` }}
        onClick={() => (pressed ? viewAlone(job.id) : view(job.id))}
      >
        {picture.state === 'ready' && <img src={picture.url} alt={job.request.prompt} />}
      </button>
      <figcaption class="compared-caption">{caption}</figcaption>
      {pressed && picture.state === 'ready' && (
        <PictureActions
          job={job}
          stored={picture.stored}
          iconOnly
          moreRef={more}
          moreOpen={open.value}
          onMore={() => {
            open.value = !open.value;
          }}
        />
      )}
      {open.value && <MoreActions job={job} opener={more} onClose={close} onHow={() => viewAlone(job.id)} />}
    </figure>
  );
}
