import { type ComponentChildren, toChildArray } from 'preact';
import { useId } from 'preact/hooks';
import { Letter } from '../components/index.ts';
import { say } from '../page/sentence.ts';
import type { AccountState } from './account-state.ts';
import '../components/service-card.css';
import './account-card.css';

interface AccountCardProps {
  /** The id, to which links lead as a fragment. */
  id: string;
  name: string;
  state: AccountState;
  /** The one button of the row. */
  button?: ComponentChildren;
  /** Content below the row. */
  children?: ComponentChildren;
}

/** A row with the service's letter, its name, the account's state and one button. */
export function AccountCard({ id, name, state, button, children }: AccountCardProps) {
  const nameId = useId();
  return (
    <section class="service-card account" id={id} aria-labelledby={nameId}>
      <Letter name={name} />
      <div class="account-words">
        <h3 class="account-name" id={nameId}>
          <bdi>{name}</bdi>
        </h3>
        <p class={`account-state account-${state.tone}`}>{say(state.words)}</p>
      </div>
      {button}
      {toChildArray(children).length > 0 && <div class="account-unfolded">{children}</div>}
    </section>
  );
}
