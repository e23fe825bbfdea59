import type { Job } from '../../../jobs/index.ts';
import type { Problem } from '../../../messages/index.ts';
import { later } from '../../components/later.tsx';
import type { FailureProps } from './Failure.tsx';

const notes = () => import('./notes.ts');
const failure = later<FailureProps>(async () => (await notes()).Failure);
const cancelled = later<{ job: Job }>(async () => (await notes()).CancelledNote);
const problem = later<{ problem: Problem }>(async () => (await notes()).ProblemNote);
const locked = later<{ waits: boolean }>(async () => (await notes()).LockedNote);
const silent = later<object>(async () => (await notes()).SilentNote);

export const Failure = failure.Part;
export const CancelledNote = cancelled.Part;
export const ProblemNote = problem.Part;
export const SilentNote = silent.Part;
export const LockedNote = locked.Part;

export function fetchNotes(): void {
  for (const note of [failure, cancelled, problem, silent, locked]) note.fetch();
}
