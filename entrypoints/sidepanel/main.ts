import { startSidePanel } from '../../src/ui/side-panel/start-side-panel.tsx';

startSidePanel();
