import { useEffect, useState } from 'preact/hooks';
import type { RepositoryTarget } from '../../../messages/index.ts';
import { hasOwnUrl } from '../../../settings/usable-providers.ts';
import { ask } from '../../page/extension.ts';
import { usePopup } from '../../stage/context.ts';

/**
 * Whether a repository can be offered as the model of the next picture: `asking` until that is known; `idle`
 * where it is no model or Hugging Face says that no service runs it; else `offered`. It is also offered where
 * nobody can say: at the user's own API address, and when the question failed.
 */
export function useModelCheck({ type, id }: RepositoryTarget): 'offered' | 'idle' | 'asking' {
  const view = usePopup().settings.value;
  const own = view !== undefined && hasOwnUrl(view);
  const [answer, setAnswer] = useState<'offered' | 'idle' | 'asking'>('asking');
  useEffect(() => {
    if (type !== 'model') return setAnswer('idle');
    if (own) return setAnswer('offered');
    let gone = false;
    void ask('checkModel', { model: id }).then((reply) => {
      if (gone) return;
      const says = reply.ok ? reply.value.answer : 'unsaid';
      setAnswer(says === 'runs' || says === 'unsaid' ? 'offered' : 'idle');
    });
    return () => {
      gone = true;
    };
  }, [type, id, own]);
  return answer;
}
