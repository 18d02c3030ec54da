/** Why something can't go with a question. */
export type AttachmentRefusal =
  | 'vector'
  | 'heic'
  | 'type'
  | 'broken'
  | 'dimensions'
  | 'large'
  | 'empty'
  | 'binary'
  | 'too-long'
  | 'many'
  | 'many-pictures'
  | 'unread';

/** Says what can't go along and what to do instead. `name` is the file's. */
export function describeRefusal(name: string, refusal: AttachmentRefusal): string {
  const file = name === '' ? 'This picture' : `“${name}”`;
  switch (refusal) {
    case 'vector':
      return `${file} was not attached: an SVG is no picture that models read. Save it as PNG first.`;
    case 'heic':
      return `${file} was not attached: browsers can’t read HEIC. Save it as JPEG first.`;
    case 'type':
      return `${file} was not attached: pictures may be PNG, JPEG, WebP, GIF or AVIF.`;
    case 'broken':
      return `${file} was not attached: the picture is damaged.`;
    case 'dimensions':
      return `${file} was not attached: it has more than 50 million pixels. Make it smaller first.`;
    case 'large':
      return `${file} was not attached: files may have 50 MB at most.`;
    case 'empty':
      return `${file} was not attached: there is nothing in it.`;
    case 'binary':
      return `${file} was not attached: Aside takes pictures and files of plain text (text, Markdown, CSV, JSON, code).`;
    case 'too-long':
      return `${file} was not attached: it is longer than 400,000 characters, more than models read at once. Attach the part that matters.`;
    case 'many':
      return `${file} was not attached: 20 attachments go with one question at most.`;
    case 'many-pictures':
      return `${file} was not attached: 8 pictures go with one question at most.`;
    case 'unread':
      return `${file} was not attached: the browser could not read it. Try again.`;
  }
}
