import type { LabReply } from '../exchange.ts';

type Code = 'RepoNotFound' | 'RevisionNotFound' | 'EntryNotFound';

/** KohakuHub's 404: the reason stands in the headers, the body is empty and has no type. */
export const missing = (code: Code, message: string): LabReply => ({
  status: 404,
  headers: { 'x-error-code': code, 'x-error-message': message },
});

/** The shape of a refusal in FastAPI. */
export const detail = (status: number, error: string): LabReply => ({ status, json: { detail: { error } } });

/** FastAPI's answer for a path that it has no route for. */
export const noRoute: LabReply = { status: 404, json: { detail: 'Not Found' } };
