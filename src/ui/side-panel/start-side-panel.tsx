import { startStudio } from '../studio/start-studio.tsx';
import { SidePanel } from './SidePanel.tsx';

/** Puts the side panel on the page. */
export function startSidePanel(): void {
  startStudio(<SidePanel />);
}
