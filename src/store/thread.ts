import { Worker } from 'node:worker_threads';
import { compiledBeside } from './compiled.ts';
import type { Answer, Call, Checked, Failure, Reply } from './protocol.ts';

/** A call as the caller writes it: the thread numbers it. */
export type Task = Call extends infer C ? (C extends Call ? Omit<C, 'id'> : never) : never;

/** A worker thread with an Oxigraph store in it. */
export interface Thread {
  /** Throws ThreadFailure for what the engine refuses, and `fatal` ones when the thread is lost. */
  call(task: Task): Promise<number | Answer | Checked>;
  /** Ends the thread at once, whatever it is doing. Calls under way fail. */
  stop(): Promise<void>;
}

export class ThreadFailure extends Error {
  readonly fatal: boolean;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = failure.name;
    this.fatal = failure.fatal;
  }
}

/** Starts a thread. It keeps the process alive only while a call is under way. */
export function startThread(): Thread {
  const worker = new Worker(compiledBeside(import.meta.url, 'worker.js'));
  const waiting = new Map<
    number,
    { resolve: (value: number | Answer | Checked) => void; reject: (error: Error) => void }
  >();
  let next = 0;
  worker.unref();

  function settle(id: number) {
    const caller = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    return caller;
  }
  function lose(message: string) {
    for (const id of [...waiting.keys()]) settle(id)?.reject(new ThreadFailure({ name: 'Lost', message, fatal: true }));
  }
  worker.on('message', (reply: Reply) => {
    const caller = settle(reply.id);
    if ('failure' in reply) caller?.reject(new ThreadFailure(reply.failure));
    else caller?.resolve(reply.value);
  });
  worker.on('error', (error) => lose(error instanceof Error ? error.message : String(error)));
  worker.on('exit', () => lose('the worker thread has ended'));

  return {
    call: (task) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage({ ...task, id } satisfies Call);
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
}
