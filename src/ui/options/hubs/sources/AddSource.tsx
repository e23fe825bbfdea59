import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../../components/index.ts';
import { t } from '../../../page/extension.ts';
import { isFocusFree } from '../../../page/free-focus.ts';
import { AddressForm } from './AddressForm.tsx';
import { type FoundHub, NewSourceForm } from './NewSourceForm.tsx';

type Step = { at: 'closed' } | { at: 'address'; address: string } | { at: 'details'; found: FoundHub };

/** Adds a hub in two steps: first its address, with the permission for it; then a form with what it reported, to check and save. */
export function AddSource({ locked, beside }: { locked: boolean; beside: ComponentChildren }) {
  const [step, setStep] = useState<Step>({ at: 'closed' });
  const add = useRef<HTMLButtonElement>(null);

  const close = () => {
    setStep({ at: 'closed' });
    requestAnimationFrame(() => isFocusFree() && add.current?.focus());
  };

  if (step.at === 'address') {
    return (
      <AddressForm
        initial={step.address}
        onFound={(found) => setStep({ at: 'details', found })}
        onCancel={close}
      />
    );
  }
  if (step.at === 'details') {
    return <NewSourceForm found={step.found} onDone={close} onCancel={close} />;
  }
  return (
    <div class="actions source-add">
      {!locked && (
        <Button ref={add} icon="plus" onClick={() => setStep({ at: 'address', address: '' })}>
          {t('source_add')}
        </Button>
      )}
      {beside}
    </div>
  );
}
