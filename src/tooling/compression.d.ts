// `compression` ships no types, and those published for it bring in all of Express.
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Options {
    /** Bytes below which a body is sent as it is. */
    threshold?: number;
  }

  export default function compression(
    options?: Options,
  ): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
}
