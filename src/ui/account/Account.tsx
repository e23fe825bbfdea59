import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { factsOf, type ProviderName } from '../../generation/index.ts';
import { Button, Notice } from '../components/index.ts';
import { openPopup, t } from '../page/extension.ts';
import { LinkOut } from '../page/LinkOut.tsx';
import { useOptions } from '../page/settings-context.ts';
import { providerName } from '../words/provider-name.ts';
import { AccountCard } from './AccountCard.tsx';
import { accountState, needsAttention } from './account-state.ts';
import { Disconnect } from './Disconnect.tsx';
import { TokenEditor } from './TokenEditor.tsx';
import { TokenVerdictLine } from './TokenVerdictLine.tsx';
import { useToken } from './use-token.ts';

export interface AccountLook {
  /** The token field is hidden until the row's button is pressed. */
  folded?: boolean;
  /** The surrounding page says what to do next, so no *Make a picture* button is shown. */
  quiet?: boolean;
}

interface AccountProps extends AccountLook {
  provider: ProviderName;
  placeholder: string;
  /** Below the token field: where a token comes from. */
  hint: ComponentChildren;
  /** The row's button while no token is there; `unfold` shows the token field and gives it the focus. */
  connect: (unfolded: boolean, unfold: () => void) => ComponentChildren;
  /** The error of the row's button. */
  note?: ComponentChildren;
}

/** One account: its state, its token field and *Disconnect*. An account that needs attention is unfolded. */
export function Account({ provider, placeholder, hint, connect, note, folded, quiet }: AccountProps) {
  const { settings } = useOptions();
  const service = providerName(provider);
  const saved = settings.value?.tokens[provider];
  const token = useToken(provider, service);
  const [choice, setChoice] = useState<boolean>();
  /**
   * What was disconnected just now, a token or a sign-in. The card then links to the service's page where the
   * user can end the access of that token or sign-in.
   */
  const [left, setLeft] = useState<Left>();
  const access = left === 'sign_in' ? left : provider;
  const card = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(0);
  const unfolded = choice ?? ((saved !== undefined || !folded) && needsAttention(saved));
  const [isNew, setNew] = useState(false);
  const wasConnected = useRef(saved !== undefined);
  /** Whether the user acted in this card. If the account was connected on another page, this card takes no focus. */
  const isAtWork = useRef(false);
  const isConnected = saved !== undefined;

  // The account was connected just now, by its token or by its sign-in window.
  useEffect(() => {
    if (isConnected && !wasConnected.current) {
      setNew(isAtWork.current);
      setLeft(undefined);
      setChoice(undefined);
    }
    wasConnected.current = isConnected;
    isAtWork.current = false;
  }, [isConnected]);
  useEffect(() => {
    if (wanted > 0) card.current?.querySelector('input')?.focus();
  }, [wanted]);
  useEffect(() => {
    if (isNew) card.current?.querySelector<HTMLElement>('[data-next]')?.focus();
  }, [isNew]);

  const unfold = () => {
    setChoice(true);
    setWanted((times) => times + 1);
  };
  const save = async (text: string) => {
    isAtWork.current = true;
    if (await token.save(text)) setChoice(undefined);
  };
  const disconnect = async () => {
    if (saved?.signedIn) {
      const ended = await token.signOut({ revoked: t('account_signed_out') });
      if ('wrong' in ended) return ended.wrong;
      setLeft(ended.revoked ? undefined : 'sign_in');
    } else {
      const wrong = await token.remove(t('account_disconnected', service));
      if (wrong !== undefined) return wrong;
      setLeft('token');
    }
    setNew(false);
    setChoice(undefined);
    requestAnimationFrame(() => card.current?.querySelector('input')?.focus());
    return undefined;
  };
  const manage = (
    <Button
      aria-expanded={unfolded}
      aria-label={t('account_manage_named', service)}
      onClick={() => setChoice(!unfolded)}
    >
      {t('account_manage')}
    </Button>
  );

  return (
    <div
      ref={card}
      onClickCapture={() => {
        isAtWork.current = true;
      }}
    >
      <AccountCard
        id={provider}
        name={service}
        state={accountState(
          provider,
          saved,
          provider === 'puter' ? settings.value?.puterForgotten?.days : undefined,
        )}
        button={saved ? manage : connect(unfolded, unfold)}
      >
        {isNew && saved && !quiet && (
          <div class="actions">
            <Button data-next variant="primary" onClick={() => void openPopup()}>
              {t('account_make_picture')}
            </Button>
          </div>
        )}
        {left && !saved && (
          <Notice announce="status">
            <p>{t(`account_revoke_${access}`)}</p>
            <p>
              <LinkOut href={factsOf(provider)?.pages[LEFT_AT[left]] ?? ''}>
                {t(`account_revoke_link_${access}`)}
              </LinkOut>
            </p>
          </Notice>
        )}
        {note}
        {unfolded && (
          <>
            {saved && <TokenVerdictLine service={service} token={saved} />}
            <TokenEditor
              label={t(`token_${provider}`)}
              placeholder={saved ? t('account_replace') : placeholder}
              hint={hint}
              error={token.error}
              focus={false}
              minor
              onSave={save}
              onType={token.clear}
            />
            {saved && <Disconnect {...{ provider, service }} onDisconnect={disconnect} />}
          </>
        )}
      </AccountCard>
    </div>
  );
}

/**
 * The page of the service that ends the access of a token or of a sign-in, by its name in the provider's
 * facts.
 */
const LEFT_AT = { token: 'tokensUrl', sign_in: 'signInsUrl' } as const;

type Left = keyof typeof LEFT_AT;
