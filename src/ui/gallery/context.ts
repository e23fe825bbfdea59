import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OptionsState } from '../page/settings-state.ts';
import type { Exporter } from './archive/exporter.ts';
import type { Importer } from './archive/importer.ts';
import type { GalleryActions } from './gallery-actions.ts';
import type { GalleryModel } from './gallery-model.ts';
import type { GalleryView } from './gallery-view.ts';
import type { RecordCache } from './list/record-cache.ts';
import type { ThumbnailCache } from './wall/thumbnail-cache.ts';

/** What the parts of the gallery page share. */
export interface Gallery {
  model: GalleryModel;
  view: GalleryView;
  actions: GalleryActions;
  records: RecordCache;
  thumbnails: ThumbnailCache;
  settings: OptionsState['settings'];
  exporter: Exporter;
  importer: Importer;
}

export const GalleryContext = createContext<Gallery | undefined>(undefined);

export function useGallery(): Gallery {
  const gallery = useContext(GalleryContext);
  if (!gallery) throw new Error('Parts of the gallery live inside GalleryContext.Provider');
  return gallery;
}
