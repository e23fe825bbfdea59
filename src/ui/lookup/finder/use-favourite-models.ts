import { localArea } from '../../page/extension.ts';
import { type FavouriteModels, keepFavouriteModels } from './favourite-models.ts';

let kept: FavouriteModels | undefined;

/** One list of favourites for the whole page, read when it is first needed. */
export function useFavouriteModels(): FavouriteModels {
  kept ??= keepFavouriteModels(localArea);
  return kept;
}
