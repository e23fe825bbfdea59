import { useEffect, useState } from 'preact/hooks';
import type { Job } from '../../../jobs/index.ts';
import { storedFromReply } from '../../picture/stored-from-reply.ts';
import { usePopup } from '../context.ts';

/** The picture that the gallery could not store, while the worker holds it in memory. */
export function HeldPicture({ job }: { job: Job }) {
  const { heldPicture } = usePopup();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let gone = false;
    let own: string | undefined;
    const show = async () => {
      const held = await heldPicture(job.id);
      const stored = held && storedFromReply(held);
      if (gone || !stored) return;
      own = URL.createObjectURL(stored.blob);
      setUrl(own);
    };
    void show();
    return () => {
      gone = true;
      if (own) URL.revokeObjectURL(own);
    };
  }, [job.id, heldPicture]);
  return url === undefined ? null : (
    <figure class="failure-picture">
      <img src={url} alt={job.request.prompt} onError={() => setUrl(undefined)} />
    </figure>
  );
}
