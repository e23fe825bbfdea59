import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/background/start.ts';
import { startOfWorker } from '../src/background/start-of-worker.ts';

export default defineBackground(() => {
  // Firefox's background is a page: its scripts need not be split for a quick start.
  if (import.meta.env.FIREFOX) startBackground();
  else startOfWorker(() => importScripts('/worker.js'));
});
