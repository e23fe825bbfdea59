import { startStudio } from '../studio/start-studio.tsx';
import { Popup } from './Popup.tsx';

/** Puts the popup on the page. */
export function startPopup(root: Element): void {
  startStudio(root, <Popup />);
}
