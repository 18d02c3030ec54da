import fc from 'fast-check';

// Answers as models write them: whatever is opened is closed. White space between words as they put it.

const word = fc.oneof(
  fc.constantFrom(
    'the',
    'lamp',
    'burns',
    'oil',
    'Übergang',
    'Straße',
    'منارة',
    'قديمة',
    '灯塔',
    '建于',
    '😀',
    '"quoted"',
  ),
  fc.constantFrom(
    'snake_case_name',
    '3.5',
    '10~20',
    '(38 m)',
    '-5',
    '2 * 3',
    'AT&T',
    'a < b',
    'x>y',
    'f(x)',
    '#tag',
    '50 %',
  ),
  fc.constantFrom(
    'it’s',
    'e.g.',
    '—',
    '& so',
    'C#',
    'user@host',
    'array[0]',
    '[sic]',
    '[Your Name],',
    'C:\\dir',
    'so!',
  ),
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
const letters = fc
  .array(fc.constantFrom('lamp', 'dusk', 'Straße', 'منارة', '灯塔', 'oil'), { minLength: 1, maxLength: 3 })
  .map((all) => all.join(' '));
const url = fc.constantFrom(
  'https://lamp.example',
  'https://lamp.example/a_b*c?d=1&e=(f)#g',
  'http://lamp.example/x "A title"',
  '<https://lamp.example/a b>',
  'mailto:keeper@lamp.example',
);
const inline = fc.oneof(
  { weight: 6, arbitrary: words },
  letters.map((text) => `**${text}**`),
  letters.map((text) => `*${text}*`),
  letters.map((text) => `_${text}_`),
  letters.map((text) => `***${text}***`),
  letters.map((text) => `~~${text}~~`),
  fc.tuple(letters, letters).map(([outer, inner]) => `**${outer} *${inner}* ${outer}**`),
  words.map((text) => `\`${text}\``),
  words.map((text) => `\`\`a \` ${text}\`\``),
  fc.tuple(letters, url).map(([text, to]) => `[${text}](${to})`),
  fc.tuple(letters, url).map(([text, to]) => `**[\`x\` *${text}*](${to})**`),
  fc.tuple(letters, url).map(([text, to]) => `![${text}](${to})`),
  fc.tuple(letters, url).map(([text, to]) => `[![${text}](https://i.example/x.png)](${to})`),
  fc.constantFrom('[b12]', '[b1, b2]', '【b7】', '[b3][b4]', '[1](https://n.example)'),
  fc.constantFrom(
    '<https://lamp.example/?q=1>',
    '<keeper@lamp.example>',
    '&copy;',
    '&#8364;',
    '\\*',
    '\\\\',
    '\\[x]',
  ),
  fc.constantFrom('<br>', 'List<String>', '<em>text</em>', '<kbd>Ctrl</kbd>', 'H<sub>2</sub>O', 'x<sup>n</sup>'),
  fc.constantFrom(
    '$E = mc^2$',
    '\\(a_1 + b_2\\)',
    '$\\frac{1}{2}$',
    '$$x^2$$',
    '$5',
    'from $5 to $10',
    '`$HOME`',
    '[^1]',
  ),
);
const text = fc.array(inline, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
/** A line that begins as text does. */
const line = fc.tuple(letters, text).map(([start, rest]) => `${start} ${rest}`);
const paragraph = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '  \n', '\\\n'))
  .map(([lines, end]) => lines.join(end));

const code = fc
  .tuple(
    fc.constantFrom('', 'js', 'python title="x"', 'diff'),
    fc.array(
      fc.constantFrom(
        '',
        'let a = 1;',
        '# not a heading',
        '- no list',
        '---',
        '[section]',
        '[a]: b',
        '| a |',
        '``',
        '  if (x) {',
        '***',
      ),
      { maxLength: 5 },
    ),
  )
  .map(([language, lines]) => ['```' + language, ...lines, '```'].join('\n'));
const cell = fc.oneof(letters, inline).map((content) => content.replaceAll('|', '\\|'));
const table = fc.integer({ min: 1, max: 4 }).chain((columns) => {
  const row = fc
    .array(cell, { minLength: columns, maxLength: columns })
    .map((cells) => `| ${cells.join(' | ')} |`);
  return fc
    .tuple(row, fc.constantFrom('---', ':--', '--:', ':-:'), fc.array(row, { maxLength: 3 }))
    .map(([head, dashes, rows]) => [head, `|${`${dashes}|`.repeat(columns)}`, ...rows].join('\n'));
});
const marker = fc.constantFrom('- ', '* ', '+ ', '1. ', '3) ', '- [ ] ', '- [x] ');
const list = fc
  .tuple(marker, fc.array(fc.tuple(line, fc.array(line, { maxLength: 2 })), { minLength: 1, maxLength: 3 }))
  .map(([mark, items]) => {
    const indent = ' '.repeat(mark.startsWith('- [') ? 2 : mark.length);
    return items
      .map(([first, inner]) => [mark + first, ...inner.map((nested) => `${indent}- ${nested}`)].join('\n'))
      .join('\n');
  });
const quote = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map((at) => `> ${at}`).join('\n'));
const alert = line.map((words) => `> [!NOTE]\n> ${words}`);
const formula = fc.constantFrom('$$\n\\sum_{n=1}^N a_n\n$$', '\\[\nx = y\n\\]', '$$x = y$$', '```math\nx\n```');
const footnote = line.map((words) => `Noted[^1] here.\n\n[^1]: ${words}`);
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), letters, fc.constantFrom('', ' #', ' ##'))
  .map(([level, title, end]) => `${'#'.repeat(level)} ${title}${end}`);
const reference = letters.map((title) => `See [${title}][ref 1] here.\n\n[ref 1]: https://lamp.example "T"`);

/** Markdown in which nothing that begins like a mark turns out to be none. */
export const wellFormed: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: paragraph },
      code,
      table,
      list,
      quote,
      alert,
      formula,
      footnote,
      heading,
      reference,
      fc.constant('---'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((blocks) => blocks.join('\n\n'));
