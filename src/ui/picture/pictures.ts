/** The components of pictures, in one chunk that is loaded after the first frame. */
export { Compare } from './Compare.tsx';
export { HowMade } from './HowMade.tsx';
export { MoreActions } from './MoreActions.tsx';
export { PictureView } from './PictureView.tsx';
