import { BYTE_LIMITS } from './byte-limits.ts';
import type { Question } from './question.ts';
import { isObject, isProfile, isRepoInfo, isRepos } from './shapes.ts';

/** The questions to a source, each with a check of what counts as an answer. */

/** A repository's own JSON: the question that a lookup puts to each source. */
export function repositoryQuestion(url: string): Question {
  return {
    url,
    isExpected: isRepoInfo,
    limitBytes: BYTE_LIMITS.repository,
    format: 'json',
    asksExistence: true,
    isUrgent: true,
  };
}

/** A list of anything. */
export function listQuestion(url: string): Question {
  return { url, isExpected: Array.isArray, limitBytes: BYTE_LIMITS.list, format: 'json' };
}

/** The branches and tags of a repository. */
export function revisionsQuestion(url: string): Question {
  return { url, isExpected: isObject, limitBytes: BYTE_LIMITS.repository, format: 'json' };
}

/** The profile of a user or an organisation. */
export function profileQuestion(url: string): Question {
  return { url, isExpected: isProfile, limitBytes: BYTE_LIMITS.repository, format: 'json' };
}

/** All repositories of a KohakuHub's user. */
export function reposQuestion(url: string): Question {
  return { url, isExpected: isRepos, limitBytes: BYTE_LIMITS.list, format: 'json' };
}
