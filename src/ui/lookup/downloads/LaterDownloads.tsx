import { later } from '../../components/later.tsx';
import { usePopup } from '../../stage/context.ts';

const list = later(async () => (await import('./StudioDownloads.tsx')).StudioDownloads);

/** The downloads in popup and side panel, loaded after the first frame. */
export function LaterDownloads() {
  return <list.Part settings={usePopup().settings.value} />;
}
