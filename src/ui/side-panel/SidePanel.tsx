import { Studio } from '../studio/Studio.tsx';

/** The studio in the side panel. */
export function SidePanel() {
  return <Studio offersSidePanel={false} />;
}
