import { Studio } from '../studio/Studio.tsx';

/** The studio beside the page: it stays open while its user goes on reading. */
export function SidePanel() {
  return <Studio offersSidePanel={false} />;
}
