export { type Ask, createClient } from './client.ts';
export { isOwnPage } from './own-page.ts';
export { createReceiver, type Handlers } from './receiver.ts';
export type * from './replies.ts';
export {
  CHAIN_PORT,
  chainRequest,
  LIFELINE_PORT,
  type MessageName,
  type RequestOf,
  requests,
} from './requests.ts';
export { SOURCE_URL_PROBLEMS } from './source-url-problems.ts';
export type * from './views.ts';
