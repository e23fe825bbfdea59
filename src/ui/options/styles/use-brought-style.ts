import { useEffect } from 'preact/hooks';
import type { StyleFields } from '../../../settings/index.ts';
import { NEW_STYLE_KEY } from '../../composer/save-as-style.ts';
import { sessionArea } from '../../page/extension.ts';
import { draftOf, type StyleDraft } from './style-draft.ts';

/** Takes a style that was brought along from a picture or the composer: when the page opens, and while it is open. */
export function useBroughtStyle(take: (draft: StyleDraft) => void): void {
  useEffect(() => {
    const look = (value: unknown) => {
      const style = readFields(value);
      if (value === undefined || value === null) return;
      void sessionArea.remove(NEW_STYLE_KEY).catch(() => undefined);
      if (style) take(draftOf(style));
    };
    const onChanged = (changes: Record<string, { newValue?: unknown }>) =>
      look(changes[NEW_STYLE_KEY]?.newValue);
    sessionArea.onChanged.addListener(onChanged);
    void sessionArea.get(NEW_STYLE_KEY).then((stored) => look(stored[NEW_STYLE_KEY]));
    return () => sessionArea.onChanged.removeListener(onChanged);
  }, []);
}

/**
 * The fields that can be read fill the form, and are checked when it is saved. Undefined where there is no
 * template.
 */
function readFields(value: unknown): StyleFields | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { template, negativePrompt, width, height, model } = value as Record<string, unknown>;
  if (typeof template !== 'string') return undefined;
  return {
    template,
    ...(typeof negativePrompt === 'string' && { negativePrompt }),
    ...(typeof width === 'number' && { width }),
    ...(typeof height === 'number' && { height }),
    ...(typeof model === 'string' && { model }),
  };
}
