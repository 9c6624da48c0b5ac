import { expect, test } from '@playwright/test';
import { readChapters } from '../../src/content/chapters.ts';
import { readLock, writeLock, type Lock } from '../../src/content/lock.ts';
import { readLibrary } from '../../src/content/read.ts';
import { formerIds, readAddress, readRedirects } from '../../src/content/redirects.ts';
import { checkLock, stamp, StampError } from '../../src/content/stamp.ts';
import { contentWith, dropContent, SAMPLE_FIGURES } from '../support/content.ts';

type Changes = NonNullable<Parameters<typeof contentWith>[0]>;

const FIGURES = [...SAMPLE_FIGURES];

/** Reads, stamps and checks the content below a root. */
function at(root: string) {
  const { library } = readLibrary(root);
  const lock = readLock(root);
  const { chapters } = readChapters(root, library, lock, SAMPLE_FIGURES);
  const redirects = readRedirects(root);
  return {
    chapters,
    problems: () => checkLock(library, chapters, FIGURES, lock, redirects),
    stamp: (...reviewed: string[]) =>
      stamp(library, chapters, FIGURES, lock, new Set(reviewed), new Set(redirects.keys())),
  };
}

/** The sample content, published, and then changed. */
function published(changes: Changes): { root: string; lock: Lock } {
  const before = contentWith();
  const lock = at(before).stamp();
  dropContent(before);
  const root = contentWith(changes);
  writeLock(root, lock);
  return { root, lock };
}

const numbers = (lock: Lock) =>
  lock.chapters['sample']?.sections.map((section) => section.blocks.map((block) => block.n));

const both = (edit: (text: string, locale: 'zh' | 'en') => string): Changes => ({
  'chapters/01-sample/zh.mdx': (text) => edit(text, 'zh'),
  'chapters/01-sample/en.mdx': (text) => edit(text, 'en'),
});

test('blocks are counted through the chapter when it is first published', () => {
  const root = contentWith();
  try {
    expect(numbers(at(root).stamp())).toEqual([['1', '2', '3'], ['4']]);
  } finally {
    dropContent(root);
  }
});

test('a paragraph put in later takes a letter and leaves its neighbours alone', () => {
  const { root } = published(
    both((text, locale) =>
      text.replace(
        /\n\n- /,
        locale === 'zh' ? '\n\n新来的一段。\n\n- ' : '\n\nA new paragraph.\n\n- ',
      ),
    ),
  );
  try {
    expect(
      at(root)
        .problems()
        .map((problem) => problem.what),
    ).toContain('its blocks are not those of the lock file');
    const lock = at(root).stamp();
    expect(numbers(lock)).toEqual([['1', '1a', '2', '3'], ['4']]);
    writeLock(root, lock);
    expect(at(root).problems()).toEqual([]);
    expect(
      at(root).chapters[0]?.sections[0]?.blocks.map((block) => [block.id, block.label]),
    ).toEqual([
      ['p-1-1', '1.1'],
      ['p-1-1a', '1.1a'],
      ['p-1-2', '1.2'],
      ['p-1-3', '1.3'],
    ]);
  } finally {
    dropContent(root);
  }
});

test('a paragraph that moves within its section keeps its number', () => {
  const { root } = published(
    both((text) => {
      const [head = '', first = '', list = '', ...rest] = text.split('\n\n');
      return [head, list, first, ...rest].join('\n\n');
    }),
  );
  try {
    expect(numbers(at(root).stamp())?.[0]).toEqual(['2', '1', '3']);
  } finally {
    dropContent(root);
  }
});

test('an edited paragraph is not taken for the one put in beside another', () => {
  const { root } = published(
    both((text, locale) =>
      text
        .replace(
          /\n\n- /,
          locale === 'zh' ? '\n\n新来的一段。\n\n- ' : '\n\nA new paragraph.\n\n- ',
        )
        .replace(/(?<=\{#first\}\n\n)/, locale === 'zh' ? '改写：' : 'Edited: '),
    ),
  );
  try {
    expect(numbers(at(root).stamp())?.[0]).toEqual(['1', '1a', '2', '3']);
  } finally {
    dropContent(root);
  }
});

test('a published paragraph cannot vanish without a redirect', () => {
  const changes = both((text) => text.replace(/\n\n- [\s\S]*?\n\n</, '\n\n<'));
  const { root } = published(changes);
  try {
    expect(() => at(root).stamp()).toThrow(StampError);
    expect(() => at(root).stamp()).toThrow(/p-1-2/);
  } finally {
    dropContent(root);
  }
  const { root: mended } = published({
    ...changes,
    'redirects.yaml': '"sample#p-1-2": "sample#p-1-1"\n',
  });
  try {
    expect(numbers(at(mended).stamp())).toEqual([['1', '3'], ['4']]);
  } finally {
    dropContent(mended);
  }
});

test('a published record cannot vanish without a redirect', () => {
  const changes: Changes = {
    'claims/c01.yaml': null,
    ...both((text) => text.replace(/<Claim id="c01">(.*?)<\/Claim>/, '$1')),
  };
  const { root } = published(changes);
  try {
    const [problem] = at(root)
      .problems()
      .filter((one) => one.where === 'claims/c01');
    expect(problem?.what).toMatch(/published and is gone/);
  } finally {
    dropContent(root);
  }
  const { root: mended } = published({
    ...changes,
    'redirects.yaml': '"claims/c01": "claims/c02"\n',
  });
  try {
    expect(
      at(mended)
        .problems()
        .filter((one) => one.where === 'claims/c01'),
    ).toEqual([]);
  } finally {
    dropContent(mended);
  }
});

test.describe('a section of which one language changed alone', () => {
  const edit: Changes = {
    'chapters/01-sample/zh.mdx': (text) => text.replace('还有一段', '另有一段'),
  };

  test('is marked, and only it', () => {
    const { root } = published(edit);
    try {
      expect(at(root).chapters[0]?.sections.map((section) => section.revised)).toEqual([
        [],
        ['zh'],
      ]);
      expect(at(root).problems()).toEqual([]);
    } finally {
      dropContent(root);
    }
  });

  test('stays marked after a stamp until an editor has held it against its twin', () => {
    const { root } = published(edit);
    try {
      writeLock(root, at(root).stamp());
      expect(at(root).chapters[0]?.sections[1]?.revised).toEqual(['zh']);
      writeLock(root, at(root).stamp('sample#unknown'));
      expect(at(root).chapters[0]?.sections[1]?.revised).toEqual([]);
    } finally {
      dropContent(root);
    }
  });

  test('is not marked for white space or stress', () => {
    const { root } = published({
      'chapters/01-sample/en.mdx': (text) =>
        text.replace('One more paragraph', '**One**  more paragraph'),
    });
    try {
      expect(at(root).chapters[0]?.sections.map((section) => section.revised)).toEqual([[], []]);
    } finally {
      dropContent(root);
    }
  });

  test('is marked when only the fact that it names has changed', () => {
    const { root } = published({
      'facts/other-share.yaml': (() => {
        return `kind: number\nlabel: { zh: 另一份额, en: Other share }\nvalue: 60\nunit: percent\nasOf: '2021-05'\nbasis: quoted\nsources: [gazette]\nconfidence: low\n`;
      })(),
      'chapters/01-sample/zh.mdx': (text) => text.replace('sample-share', 'other-share'),
    });
    try {
      expect(at(root).chapters[0]?.sections[0]?.revised).toEqual(['zh']);
    } finally {
      dropContent(root);
    }
  });
});

test('a redirect names a chapter, a place in it or a record', () => {
  expect(readAddress('the-week')).toEqual({ kind: 'chapter', slug: 'the-week' });
  expect(readAddress('the-week#p-7-3')).toEqual({
    kind: 'chapter',
    slug: 'the-week',
    fragment: 'p-7-3',
  });
  expect(readAddress('claims/c01')).toEqual({ kind: 'record', collection: 'claims', id: 'c01' });
});

test('a place keeps the ids of the paragraphs that were given up for it', () => {
  const redirects = new Map([
    ['the-week#p-7-2', 'the-week#p-7-3'],
    ['the-week#p-7-9', 'the-week#p-7-8'],
    ['claims/c01', 'claims/c02'],
  ]);
  expect(formerIds(redirects, 'the-week', 'p-7-3')).toEqual(['p-7-2']);
  expect(formerIds(redirects, 'the-week', 'p-7-4')).toEqual([]);
});
