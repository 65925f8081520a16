import type { Recognition } from '@kith/core';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { chunked } from '../chunked.js';
import { Slices } from '../slices.js';
import { letter, type Drawing } from './letter.js';

/** Letters in one chunk; so that rows of one, two, three or four columns come out even. */
const CHUNK = 12;
/** Of fewer the guess how high they are would be wrong by half a window. */
const FEW = 6;
const byId = ({ id }: Recognition) => id;

/** The letters of a wall, mounted little by little, and drawn again only with their chunk. */
export class Chunks {
  readonly #mounting: Slices;
  #chunks: (readonly Recognition[])[] = [];

  constructor(host: ReactiveControllerHost & Element) {
    this.#mounting = new Slices(host);
  }

  draw(letters: readonly Recognition[], drawing: Drawing): TemplateResult[] {
    const { people, roles, language, pictures, more, acting } = drawing;
    const seen = [people, roles, language, pictures, acting?.takes];
    this.#chunks = chunked(letters, CHUNK, this.#chunks);
    return this.#mounting.of(this.#chunks).map((chunk) => {
      // What is done or unfolded is the matter of its own chunk.
      const busy = [acting?.doing, more].flatMap((each) =>
        each && chunk.some(({ id }) => each.ids.has(id)) ? each.with : [],
      );
      return html`<div class="chunk ${chunk[0]?.text ? '' : 'lines'} ${chunk.length < FEW ? 'few' : ''}">
        ${guard([chunk, ...seen, ...busy], () =>
          // What is folded open stays with its letter.
          repeat(chunk, byId, (each) => letter(each, drawing)),
        )}
      </div>`;
    });
  }
}
