import type { LabReply } from '../exchange.ts';

/** What the router answers when a provider does not serve a model: seen live as 400, not as 404. */
export const notSupported = (provider: string): LabReply => ({
  status: 400,
  headers: { 'x-request-id': 'Root=1-67ae1483-597a845a6d53ff352daac813' },
  json: { error: `Model not supported by provider ${provider}` },
});
