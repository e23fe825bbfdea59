import { later } from '../../components/later.tsx';

/** Loaded after the first frame: there is news only after an update. */
export const { Part: News } = later<object>(async () => (await import('./News.tsx')).News);
