import { startStudio } from '../studio/start-studio.tsx';
import { Popup } from './Popup.tsx';

/** Puts the popup on the page. */
export function startPopup(): void {
  startStudio(<Popup />);
}
