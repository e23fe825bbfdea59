import { startOffscreenDocument } from '../../src/browser/isolated/offscreen-document.ts';

startOffscreenDocument();
