export { Accounts } from './Accounts.tsx';
export { Samples } from './Samples.tsx';
