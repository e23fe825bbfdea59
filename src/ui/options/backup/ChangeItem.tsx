import type { Difference } from '../../../settings/index.ts';
import { ChangeValues } from './ChangeValues.tsx';
import { partName } from './change-words.ts';

interface ChangeItemProps {
  difference: Difference;
  taken: boolean;
  onToggle: () => void;
}

/** One setting that a settings file would change: its value now, and in the file. */
export function ChangeItem({ difference, taken, onToggle }: ChangeItemProps) {
  return (
    <li>
      <label class="change">
        <input type="checkbox" class="change-tick" checked={taken} onChange={onToggle} />
        <span>{partName(difference.part)}</span>
        {difference.part !== 'tokens' && <ChangeValues difference={difference} />}
      </label>
    </li>
  );
}
