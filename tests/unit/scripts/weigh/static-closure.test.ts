import { describe, expect, test } from 'vitest';
import { pageFiles, staticClosure, staticImports } from '../../../../scripts/weigh/static-closure';

describe('what a built script brings with it', () => {
  test('is what it imports and exports on, in every way that builds write it, and not what it loads later', () => {
    const code =
      'import{a as b,c}from"./one-1.js";import d from"../chunks/two-2.js";import*as e from`./three-3.js`;' +
      'import"./four-4.js";export{f}from"./five-5.js";export*from"/chunks/six-6.js";const g=()=>import("./late-7.js");' +
      'const h=()=>import(`./later-8.js`),i="import x from \'words\'";export{b as default,c};';
    expect(staticImports(code)).toEqual([
      'one-1.js',
      'two-2.js',
      'three-3.js',
      'four-4.js',
      'five-5.js',
      'six-6.js',
    ]);
  });

  test('is followed all the way, each file once', () => {
    const files: Record<string, string> = {
      'a.js': 'import"./b.js";import"./c.js";import("./late.js")',
      'b.js': 'import"./c.js"',
      'c.js': 'import"./a.js"',
      'late.js': '',
    };
    expect(staticClosure(['a.js', 'a.css'], (name) => files[name] ?? '')).toEqual([
      'a.css',
      'a.js',
      'b.js',
      'c.js',
    ]);
  });

  test('is for a page its scripts and styles', () => {
    const html =
      '<script type="module" crossorigin src="/chunks/sidepanel-1.js"></script><img src="/icons/16.png">' +
      '<link rel="modulepreload" href="/chunks/x-2.js"><link rel="stylesheet" href="/assets/sidepanel-3.css">';
    expect(pageFiles(html)).toEqual(['sidepanel-1.js', 'x-2.js', 'sidepanel-3.css']);
  });
});
