import { later } from '../../components/later.tsx';

/** Loaded after the first frame: most pages belong to no hub. */
export const { Part: ThisPage } = later<object>(async () => (await import('./ThisPage.tsx')).ThisPage);
