import { describe, expect, it } from 'vitest';
import { applied, pointer } from '../src/document/patch';

const document = { pages: { home: { nodes: ['a', 'b', 'c'] } }, nodes: { a: { props: { 'odd/key~': 1 } } } };

describe('a patch in the studio', () => {
  it('escapes what a pointer cannot hold', () => {
    expect(pointer('nodes', 'a', 'odd/key~')).toBe('/nodes/a/odd~1key~0');
    expect(applied(document, [{ op: 'replace', path: '/nodes/a/props/odd~1key~0', value: 2 }]).nodes.a.props['odd/key~']).toBe(2);
  });

  it('moves within a list as RFC 6902 says: first taken out, then put in', () => {
    expect(applied(document, [{ op: 'move', from: '/pages/home/nodes/0', path: '/pages/home/nodes/2' }]).pages.home.nodes).toEqual(['b', 'c', 'a']);
  });

  it('adds, appends and removes', () => {
    expect(applied(document, [{ op: 'add', path: '/pages/home/nodes/-', value: 'd' }]).pages.home.nodes).toEqual(['a', 'b', 'c', 'd']);
    expect(applied(document, [{ op: 'add', path: '/pages/home/nodes/1', value: 'd' }]).pages.home.nodes).toEqual(['a', 'd', 'b', 'c']);
    expect(applied(document, [{ op: 'remove', path: '/nodes/a' }]).nodes).toEqual({});
  });

  it('never changes the document it was given', () => {
    const before = structuredClone(document);
    applied(document, [{ op: 'remove', path: '/pages/home/nodes/0' }, { op: 'add', path: '/nodes/z', value: {} }]);
    expect(document).toEqual(before);
  });

  it('shares what it leaves alone, so that only what changed is drawn anew', () => {
    expect(applied(document, [{ op: 'remove', path: '/pages/home/nodes/0' }]).nodes).toBe(document.nodes);
  });
});
