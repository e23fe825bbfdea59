import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/background/start.ts';
import { startOfWorker } from '../src/background/start-of-worker.ts';

export default defineBackground(() => {
  // Firefox's background is a page, and no script of it has to be there before the others.
  if (import.meta.env.FIREFOX) startBackground();
  else startOfWorker(() => importScripts('/worker.js'));
});
