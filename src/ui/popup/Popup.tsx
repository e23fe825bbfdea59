import { Studio } from '../studio/Studio.tsx';
import './popup.css';

/** The studio in the popup of the toolbar button. */
export function Popup() {
  return <Studio offersSidePanel />;
}
