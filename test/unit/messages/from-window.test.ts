import { expect, test } from 'vitest';
import { fromWindow } from '../../../src/messages/index.ts';

test.each([true, false])(
  'what begins pictures says of itself whether it is private: %j',
  async (isPrivate) => {
    const sent: unknown[] = [];
    const send = fromWindow(
      async (message) => sent.push(message),
      async () => isPrivate,
    );
    const payload = { request: { prompt: 'a fox', style: 'none' }, origin: 'popup' };
    await send({ name: 'generate', payload });
    await send({ name: 'hello', payload: {} });
    expect(sent).toEqual([
      { name: 'generate', payload: isPrivate ? { ...payload, isPrivate } : payload },
      { name: 'hello', payload: {} },
    ]);
  },
);
