/** Pictures and what opens over them, in one piece that is loaded after the first frame. */
export { Compare } from './Compare.tsx';
export { HowMade } from './HowMade.tsx';
export { MoreActions } from './MoreActions.tsx';
export { PictureView } from './PictureView.tsx';
