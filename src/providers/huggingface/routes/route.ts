import type { GenerationOptions, QueuedJob } from '../../../generation/index.ts';
import type { Delay } from '../../../web/wait.ts';
import type { Answer, AnswerReader } from '../answer.ts';
import type { Exchange } from '../exchange.ts';

/** One entry of a model's mapping: a service (`name`) that runs the model, and the model's name at that service (`providerId`). */
export interface LiveRoute {
  name: string;
  providerId: string;
  /** The file of a LoRA in the model's own repository; the service applies it to a base model. */
  loraFile?: string | undefined;
}

/** What a protocol needs to poll a job in a queue. */
export interface Asking {
  exchange: Exchange;
  /** Sends a request after the attempt has ended, to cancel a job. Has a short time limit of its own. */
  lastWords: () => Exchange;
  answers: AnswerReader;
  delay: Delay;
  signal: AbortSignal;
  /** Stores the job's address. Never rejects. */
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

/** How a job in a service's queue is polled. */
export interface Queue {
  /** The job's result from the service's answer; undefined while it is not done. */
  judge(asking: Asking, json: unknown, job: QueuedJob): Promise<Answer> | Answer | undefined;
  /** How a job is cancelled at its `cancelUrl`. */
  cancelMethod: 'PUT' | 'POST';
  /** Whether the answer to a cancel request contains the job's state, and not only an acknowledgement. */
  cancelIsFinal?: boolean;
}

/** A service's limits; a request that exceeds them is not sent to it. */
export interface RouteLimits {
  /** The largest seed. */
  seed?: number;
  /** Limits of width and height, in pixels. */
  size?: { min: number; max: number; step: number };
  /** The most characters of the prompt, and of the negative prompt. */
  prompt?: number;
}

/** How a service behind the router is asked for a picture. */
export interface Protocol {
  ask(call: Call): Promise<Answer>;
  queue?: Queue;
  /** The form of the service's own model names. They become part of a path, so they must not lead out of it. */
  providerId?: RegExp;
  limits?: RouteLimits;
  /** Whether this service can apply a LoRA. A service that cannot would return a picture of the base model. */
  takesLora?: boolean;
  /** Matches the service's name in the lower-cased text of a bill or refusal. */
  mentions?: RegExp;
  /** The page where the service's own bills are paid. */
  billingUrl?: string;
}
