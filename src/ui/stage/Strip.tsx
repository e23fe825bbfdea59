import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isActive } from '../../jobs/index.ts';
import { useRoving } from '../components/roving.ts';
import { t } from '../page/extension.ts';
import { usePopup } from './context.ts';
import { StripCell } from './StripCell.tsx';
import './strip.css';

const CELL = 48;
const GAP = 8;
/** Pixels that the Cancel button of another job adds to its cell. */
const CANCEL = 34;

/** Jobs that run or wait, then the last pictures, as many as fit. One stop of the Tab key. */
export function Strip() {
  const { strip, shown, ready } = usePopup();
  const list = useRef<HTMLUListElement>(null);
  const width = useSignal(0);
  useRoving(list);
  useLayoutEffect(() => {
    const { current } = list;
    if (!current) return;
    const observer = new ResizeObserver(() => {
      width.value = current.clientWidth;
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [ready.value, width]);

  const jobs = strip.value;
  const waiting = jobs.filter(({ status }) => status === 'queued');
  let left = width.value + GAP;
  const fitting = jobs.filter((job) => {
    left -= CELL + GAP + (isActive(job) && job !== shown.value ? CANCEL : 0);
    return left >= 0;
  });
  return (
    <div class="strip">
      {ready.value && jobs.length === 0 && <p class="strip-empty">{t('popup_strip_empty')}</p>}
      <ul class="strip-list" aria-label={t('popup_recent_pictures')} ref={list}>
        {fitting.map((job) => (
          <StripCell
            key={job.id}
            job={job}
            current={job === shown.value}
            place={jobs.filter(isActive).length - waiting.length + waiting.indexOf(job) + 1}
          />
        ))}
      </ul>
    </div>
  );
}
