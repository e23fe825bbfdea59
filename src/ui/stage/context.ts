import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PopupModel } from './popup-state.ts';

export const PopupContext = createContext<PopupModel | undefined>(undefined);

/** The popup's state, inside `<PopupContext.Provider>`. */
export function usePopup(): PopupModel {
  const model = useContext(PopupContext);
  if (!model) throw new Error('usePopup needs a PopupContext around it');
  return model;
}
