import { Button } from '../components/Button.tsx';
import { Mark } from '../components/Mark.tsx';
import { openOptions, t } from '../page/extension.ts';

export function Header({ onFindModel, finding }: { onFindModel: () => void; finding: boolean }) {
  return (
    <header class="header">
      <Mark />
      <h1 class="header-name">{t('extension_name')}</h1>
      {!finding && (
        <Button small variant="quiet" icon="search" iconOnly onClick={onFindModel}>
          {t('popup_find_model')}
        </Button>
      )}
      <Button small variant="quiet" icon="gear" iconOnly onClick={() => void openOptions()}>
        {t('popup_options')}
      </Button>
    </header>
  );
}
