import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsInBody } from '../../../../src/providers/meaning/body-facts.ts';
import { saysRefused } from '../../../../src/providers/meaning/content-refusal.ts';
import { processorMs } from '../../processor-time.ts';

const refused = (body: unknown) => saysRefused(factsInBody(body));

describe('a refusal of content, by fields', () => {
  test.each([
    { detail: [{ loc: ['body', 'prompt'], msg: 'No.', type: 'content_policy_violation' }] },
    { error: { code: 'moderation_blocked', message: 'No.' } },
    { error: { code: 'content_filter', message: 'No.' } },
    { error: { code: 'ResponsibleAIPolicyViolation' } },
    { error: { innererror: { code: 'ResponsibleAIPolicyViolation' } } },
    { errorCode: 'InputTextSensitiveContentDetected' },
    { code: 'DataInspectionFailed', message: 'No.' },
    { status: 'Request Moderated' },
    { status: 'Content Moderated', result: null },
    { status: 'NSFW' },
    { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } },
    { candidates: [{ finishReason: 'IMAGE_SAFETY' }] },
    { artifacts: [{ finishReason: 'CONTENT_FILTERED' }] },
    { error_type: 'nsfw_content_detected' },
    { has_nsfw_concepts: [true], images: [{ url: 'https://x.example/1.png' }] },
    { images: [], nsfw: true },
    { code: 'moderation_flagged', message: 'E005' },
    { data: [{ url: 'https://x.example/1.png', is_image_safe: false }] },
    { has_nsfw_concept: ['true'] },
    { content_filter_results: { hate: { filtered: true } } },
    { error_msg: 'image content audit: the prompt was flagged' },
    { error: { code: '1301', message: '系统检测到输入或生成内容可能包含不安全或敏感内容' } },
    { error: { message: 'El contenido inapropiado no está permitido' } },
    { detail: [[{ msg: 'x', type: 'content_policy_violation' }]] },
  ])('%j', (body) => expect(refused(body)).toBe(true));

  test.each([
    { error: { code: 'moderation_service_unavailable', message: 'Try later' } },
    { error: { code: 'safety_checker_timeout' } },
    { error: { code: 'invalid_safety_tolerance' } },
    { has_nsfw_concepts: [false], images: [{ url: 'https://x.example/1.png' }] },
    { status: 'succeeded', nsfw: false },
    { data: [{ url: 'https://x.example/1.png', is_image_safe: true }] },
    { content_filter_results: { hate: { filtered: false } } },
    { code: 'case_sensitive_name' },
  ])('but not %j', (body) => expect(refused(body)).toBe(false));
});

describe('a refusal of content, by words', () => {
  test.each([
    'input contains sensitive words: [test]',
    'NSFW content detected. Try running it again, or try a different prompt.',
    'The input or output was flagged as sensitive. Please try again with different inputs. (E005)',
    'Your request was rejected as a result of our safety system.',
    'Your request was rejected by the safety system.',
    'Prompt violates the usage policy',
    'Rejected by content moderation',
    'Generated image rejected by content moderation.',
    'Blocked by content policy',
    'The prompt was flagged by our moderation',
    'content flagged',
    'This prompt contains prohibited content.',
    'Image contains nudity',
    'Your prompt may contain inappropriate content',
    'This request goes against our community guidelines',
    'The image did not pass the safety review',
    'Content may be related to copyright restrictions',
    'Unsafe prompt',
    'Your prompt triggered the safety filter',
  ])('%s', (error) => {
    expect(refused({ error })).toBe(true);
    expect(refused({ detail: error })).toBe(true);
    expect(refused({ message: error })).toBe(true);
    expect(refused(error)).toBe(true);
  });

  test.each([
    'Model names are case-sensitive',
    'names are case-sensitive',
    'Failed to load safety checker',
    'Unable to load the safety checker weights',
    'The moderation service is unavailable',
    'moderation service timed out',
    'safety_tolerance must be between 0 and 6',
    'disable_safety_checker is not a known parameter',
    'Unsupported content type',
    'Content-Length is missing',
    'Request contains an invalid image size',
    'Latency-sensitive workloads need a dedicated endpoint, time-sensitive ones too',
    'CUDA out of memory',
    'width must be divisible by 8',
    'No NSFW content was detected; the GPU failed',
    'You have exceeded your rate limit',
    'Model not found: nope',
    'Insufficient credits for image generation',
  ])('but not: %s', (error) => expect(refused({ error })).toBe(false));
});

test('text of the request that the service repeats is ignored', () => {
  expect(refused({ error: 'GPU lost', input: { prompt: 'nsfw' }, logs: 'nsfw' })).toBe(false);
  expect(refused({ detail: [{ msg: 'too long', type: 'string_too_long', input: 'nsfw', ctx: {} }] })).toBe(
    false,
  );
});

test('Feature: content-refusal, Property 1: any body is read within bounds, and never throws', () => {
  fc.assert(
    fc.property(fc.anything({ maxDepth: 12 }), (body) => {
      expect(typeof refused(body)).toBe('boolean');
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['words', 'flagged '.repeat(100_000)],
  ['one long word', 'content'.repeat(60_000)],
  ['blanks', `violates${' '.repeat(200_000)}x`],
  ['things', 'the image is the prompt was the content '.repeat(10_000)],
])('%s without end are judged at once', (_, error) => {
  expect(processorMs(() => refused({ error }))).toBeLessThan(2_000);
});
