import { createPartFiles } from '../../../web/part-files.ts';
import { downloadBlob } from '../../page/download.ts';
import { ask, onBroadcast } from '../../page/extension.ts';
import { createDownloadsState } from './downloads-state.ts';

/** The downloads of this page: one state, wherever they are shown on it. */
export const DOWNLOADS = createDownloadsState({
  ask,
  onBroadcast,
  read: (id) => createPartFiles(() => navigator.storage.getDirectory()).whole(id),
  save: downloadBlob,
});
