/** The notes that the stage shows instead of a picture, in one chunk that is loaded after the first frame. */
export { CancelledNote } from './CancelledNote.tsx';
export { Failure } from './Failure.tsx';
export { LockedNote } from './LockedNote.tsx';
export { ProblemNote } from './ProblemNote.tsx';
export { SilentNote } from './SilentNote.tsx';
