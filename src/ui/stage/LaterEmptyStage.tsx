import { later } from '../components/later.tsx';

/** The content of a stage without pictures, loaded later: a popup that opens with a picture needs none of it. */
const parts = () => import('./empty-stage.ts');
const accounts = later<{ asked: boolean }>(async () => (await parts()).Accounts);
const samples = later<object>(async () => (await parts()).Samples);

export const Accounts = accounts.Part;
export const Samples = samples.Part;
