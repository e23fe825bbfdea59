import { later } from '../components/later.tsx';

/** What stands on a stage without pictures: who opens the popup with one waiting needs none of it. */
const parts = () => import('./empty-stage.ts');
const accounts = later<{ asked: boolean }>(async () => (await parts()).Accounts);
const samples = later<object>(async () => (await parts()).Samples);

export const Accounts = accounts.Part;
export const Samples = samples.Part;
