import { startPopup } from '../../src/ui/popup/start-popup.tsx';

startPopup();
