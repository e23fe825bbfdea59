import '../../src/ui/theme.css';
import { startPopup } from '../../src/ui/popup/start-popup.tsx';

const root = document.getElementById('root');
if (root) startPopup(root);
