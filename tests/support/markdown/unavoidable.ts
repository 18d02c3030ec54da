/**
 * Why some of the specifications' examples flicker when they come a character at a time: what a reader has seen was the
 * likeliest reading, and the text turned out to mean another. Waiting would mean to show nothing for a whole paragraph.
 */
export const UNAVOIDABLE = {
  'A paragraph becomes a heading when the line under it is complete.': {
    commonmark: [59, 80, 81, 82, 83, 84, 86, 89, 90, 91, 95, 96, 102, 103, 115, 141, 215, 300],
  },
  'A mark that seemed to open emphasis, struck text or code has no partner: it is shown when its block is over.': {
    commonmark: [
      14, 42, 158, 341, 347, 348, 349, 354, 363, 365, 366, 367, 368, 371, 372, 374, 375, 391, 392, 397, 398, 400,
      401, 412, 442, 444, 445, 454, 456, 457, 471, 472, 473, 474, 480, 481, 521, 534, 616, 618,
    ],
    gfm: [12],
  },
  'Marks find another partner than the nearest one.': { commonmark: [408, 417, 430, 469, 470] },
  'A single mark inside a word, or one beside a digit, opens emphasis after all.': { commonmark: [355, 356, 429] },
  'Words in brackets alone, or an image, are defined as a link later.': {
    commonmark: [
      23, 33, 203, 204, 214, 218, 532, 533, 540, 542, 543, 556, 557, 558, 559, 560, 561, 562, 568, 573, 576, 577,
      582, 583, 584, 585, 586, 587, 588, 589, 591, 593,
    ],
  },
  'What seemed to be a reference is never defined, or another part of it is.': {
    commonmark: [545, 569, 570, 571],
  },
  'What seemed to be the address of a link is none.': { commonmark: [41, 488, 490, 491, 493, 494, 497, 508, 568] },
  'The label or the title of a definition goes on over several lines.': { commonmark: [196, 208, 541] },
  'A line between bars is no table’s first line.': { gfm: [6] },
} satisfies Record<string, { readonly commonmark?: readonly number[]; readonly gfm?: readonly number[] }>;
