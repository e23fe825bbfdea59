export { CHAIN_PORT, type ChainEvent, chainRequest } from './chain-port.ts';
export { type Ask, createClient } from './client.ts';
export { LIFELINE_PORT } from './lifeline-port.ts';
export { MESSAGES, type MessageName, type ReplyOf, type RequestOf } from './messages.ts';
export { isOwnPage } from './own-page.ts';
export { type Problem, type ProblemCode, type Reply, SOURCE_URL_PROBLEMS } from './problems.ts';
export { createReceiver, type Handlers } from './receiver.ts';
export { changedSettings, isNewer, type SettingsChanged } from './settings-changed.ts';
export * from './views.ts';
