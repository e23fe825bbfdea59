import type { Picture } from '../../../gallery/index.ts';
import type { ProviderWarning } from '../../../generation/index.ts';
import { asSeconds } from '../../durations.ts';
import { t, uiLanguage } from '../../extension.ts';
import { providerName } from '../provider-name.ts';

/** Who made the picture, with which model, how long it took, and what was not honoured. */
export function MadeBy({ picture }: { picture: Picture }) {
  const { provider, route, model, elapsedMs, request, warnings = [] } = picture;
  const name = providerName(provider);
  const seedUsed = !warnings.some((warning) => warning.code === 'seed-ignored');
  return (
    <>
      <p>
        <strong>
          {t('popup_made_by', route ? `${name} · ${route}` : name, asSeconds(elapsedMs, uiLanguage()))}
        </strong>
      </p>
      <p class="quiet">
        {[model, seedUsed && request.seed !== undefined && t('popup_made_with_seed', request.seed)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {warnings.map((warning) => (
        <p class="figure-warning" key={warning.code}>
          {warningText(warning, name)}
        </p>
      ))}
    </>
  );
}

function warningText({ code, detail = '' }: ProviderWarning, name: string): string {
  return t(`popup_warning_${code}`, name, detail);
}
