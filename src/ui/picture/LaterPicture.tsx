import type { Job } from '../../jobs/index.ts';
import { later } from '../components/later.tsx';
import type { CompareProps } from './Compare.tsx';

const compare = later<CompareProps>(async () => (await import('./pictures.ts')).Compare);

const single = later<{ job: Job }>(async () => (await import('./pictures.ts')).PictureView);

export const PictureView = single.Part;
export const Compare = compare.Part;

export function fetchPicturePopovers(): void {
  single.fetch();
  compare.fetch();
}
