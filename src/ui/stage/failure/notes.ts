/** What the stage says instead of a picture, in one piece that is loaded after the first frame. */
export { CancelledNote } from './CancelledNote.tsx';
export { Failure } from './Failure.tsx';
export { ProblemNote } from './ProblemNote.tsx';
export { SilentNote } from './SilentNote.tsx';
