import type { GenerationOptions } from '../../../generation/index.ts';
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

/** Everything a protocol needs to ask for one picture. */
export interface Call {
  prompt: string;
  options: GenerationOptions;
  /** The model's id on the hub. */
  model: string;
  route: LiveRoute;
  exchange: Exchange;
  answers: AnswerReader;
  delay: Delay;
  signal: AbortSignal;
}

export interface Protocol {
  ask(call: Call): Promise<Answer>;
  /** Whether this service can apply a LoRA; one that cannot would answer with another model's picture. */
  takesLora?: boolean;
  /** Whether what runs under this name has no negative prompt. */
  withoutNegativePrompt?(providerId: string): boolean;
}
