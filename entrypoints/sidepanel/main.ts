import '../../src/ui/theme.css';
import { startSidePanel } from '../../src/ui/side-panel/start-side-panel.tsx';

const root = document.getElementById('root');
if (root) startSidePanel(root);
