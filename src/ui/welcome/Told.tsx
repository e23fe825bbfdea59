import { Icon, type IconName } from '../components/index.ts';
import { t } from '../page/extension.ts';

const FACTS: readonly [string, IconName][] = [
  ['does', 'gallery'],
  ['words', 'lock'],
  ['bills', 'card'],
];

/** Three facts to know before the first picture. */
export function Told() {
  return (
    <ul class="told">
      {FACTS.map(([name, icon]) => (
        <li key={name}>
          <Icon name={icon} />
          <div>
            <h3>{t(`welcome_${name}`)}</h3>
            <p class="quiet">{t(`welcome_${name}_text`)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
