import type { GenerationOptions, QueuedJob } from '../../../generation/index.ts';
import type { Delay } from '../../../web/wait.ts';
import type { Answer, AnswerReader } from '../answer.ts';
import type { Exchange } from '../exchange.ts';

/** One entry of a model's mapping: a service that runs the model, under the name it has there. */
export interface LiveRoute {
  name: string;
  providerId: string;
  /** The file of a LoRA in the model's own repository; the service applies it to a base model. */
  loraFile?: string | undefined;
}

/** What it takes to ask after a job that a queue took on. */
export interface Asking {
  exchange: Exchange;
  /** For what is said when the attempt is over: the cancelling of a job. Has a short time of its own. */
  lastWords: () => Exchange;
  answers: AnswerReader;
  delay: Delay;
  signal: AbortSignal;
  /** Has the job's address written down. Never rejects. */
  queued: (job: QueuedJob) => Promise<void>;
}

/** Everything a protocol needs to ask for one picture. */
export interface Call extends Asking {
  prompt: string;
  options: GenerationOptions;
  /** The model's id on the hub. */
  model: string;
  route: LiveRoute;
}

/** How a service with a queue is asked after a job. */
export interface Queue {
  /** What the service's answer says of the job; undefined while it may still come. */
  judge(asking: Asking, json: unknown, job: QueuedJob): Promise<Answer> | Answer | undefined;
  /** How a job is cancelled at its `cancelUrl`. */
  cancelMethod: 'PUT' | 'POST';
  /** The answer to a cancel says how the job stands, and not only that the wish arrived. */
  cancelIsFinal?: boolean;
}

/** What a service takes; what lies outside is not sent there. */
export interface RouteLimits {
  /** The largest seed. */
  seed?: number;
  /** Pixels of a side. */
  size?: { min: number; max: number; step: number };
  /** Characters of the prompt, and of the negative prompt. */
  prompt?: number;
}

export interface Protocol {
  ask(call: Call): Promise<Answer>;
  queue?: Queue;
  /** What its own names of models look like. They become part of a path, so they hold nothing that leads out of it. */
  providerId?: RegExp;
  limits?: RouteLimits;
  /** Whether this service can apply a LoRA; one that cannot would answer with another model's picture. */
  takesLora?: boolean;
  /** How bills and refusals name it, in lower case. */
  mentions?: RegExp;
  /** Where its own bills are paid. */
  billingUrl?: string;
}
