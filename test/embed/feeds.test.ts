import { answersFrom, readDocument, speech } from '@kith/core';
import { outside, wall } from '@kith/core/strings/en';
import { jsonFeed, jsonLd, jsonLdElement, shields, type Told } from '@kith/embed/feeds';
import { describe, expect, it } from 'vitest';
import { riverside } from '../core/riverside.js';
import { hostileCommunity, hostileWords } from './hostile.js';
import { fragment } from './parsed.js';

const { english } = speech({ outside, wall });
const now = new Date('2026-11-22T12:00:00Z');

function told(document = riverside()): Told {
  const { community, purpose } = document;
  const { letters, people } = answersFrom(document)({ kind: 'wall', limit: 50 });
  return { community, purpose, letters, people };
}

describe('a JSON Feed', () => {
  it('has each letter as text, with who wrote it and when', () => {
    const feed = jsonFeed(told(), 'Letters', english, now);
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Riverside Tool Library',
      home_page_url: 'https://riverside.example/',
      description: 'Everyone can fix something',
      language: 'en',
    });
    expect(feed.items.length).toBeGreaterThan(0);
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
    for (const { content_text, date_published } of feed.items) {
      expect(content_text).not.toMatch(/undefined|\[object/);
      if (date_published) expect(new Date(date_published).toISOString()).toBe(date_published);
    }
    expect(JSON.parse(JSON.stringify(feed))).toEqual(feed);
  });

  it('is titled where a community has no name', () => {
    expect(jsonFeed({ community: undefined, letters: [], people: [] }, 'Letters', english, now).title).toBe('Letters');
  });
});

describe('the counts for shields.io', () => {
  const purpose = { statement: 'Mend', counts: { withUs: 1412, pledged: 0 } };

  it('are what the endpoint reads, each a count of unique rows', () => {
    const all = shields({ letters: 49, people: 33, purpose }, english);
    expect(Object.fromEntries(all)).toEqual({
      letters: {
        schemaVersion: 1,
        label: 'letters',
        message: '49',
        color: expect.stringMatching(/^[\da-f]{6}$/) as string,
      },
      people: expect.objectContaining({ label: 'people', message: '33' }) as object,
      'by-name': expect.objectContaining({ message: 'none yet' }) as object,
      'counted-in': expect.objectContaining({ label: 'counted in', message: '1,412' }) as object,
    });
  });

  it('leave out what the source does not tell, and never call devices people', () => {
    expect([...shields({ letters: 1, people: 1, purpose: { statement: 'Mend' } }, english).keys()]).toEqual([
      'letters',
      'people',
    ]);
    expect(shields({ letters: 1, people: 1, purpose }, english).get('counted-in')?.label).not.toMatch(/people|member/);
  });
});

describe('what machines read of a community', () => {
  it('is the community, its purpose and its letters, and of people what stands in these', () => {
    const said = jsonLd(told(), 'https://page.example/');
    expect(said).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      url: 'https://page.example/',
      about: { '@type': 'Organization', name: 'Riverside Tool Library', slogan: 'Everyone can fix something' },
    });
    const text = JSON.stringify(said);
    expect(text).toContain('Ada Obi');
    // What they say of themselves elsewhere is for the widgets.
    for (const own of ['Africa/Lagos', 'face.jpg', 'grant writing', 'she/her']) expect(text).not.toContain(own);
  });

  it('is one element, whatever words are in it, and reads as the same again', () => {
    for (const words of hostileWords()) {
      const said = jsonLd(told(readDocument(hostileCommunity(words)).document));
      const { text } = jsonLdElement(said);
      const found = fragment(text);
      expect(found.map(({ tag }) => tag)).toEqual(['script']);
      expect(found[0]?.attributes).toEqual({ type: 'application/ld+json' });
      expect(JSON.parse(found[0]?.text ?? '')).toEqual(JSON.parse(JSON.stringify(said)));
    }
  });
});
