import { Button } from '../../components/Button.tsx';
import { openOptions, t } from '../../page/extension.ts';

/** Opens the options where hubs are added and their tokens are saved. */
export function SourcesButton() {
  return (
    <div>
      <Button small onClick={() => void openOptions('sources')}>
        {t('common_open_options')}
      </Button>
    </div>
  );
}
