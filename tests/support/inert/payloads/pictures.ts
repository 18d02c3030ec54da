import { named, type PayloadGroup } from '../payload.ts';

const base64 = (text: string): string => btoa(text);
const bytes = (...codes: readonly number[]): string => String.fromCharCode(...codes);
const be32 = (value: number): string =>
  bytes((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
const le16 = (value: number): string => bytes(value & 255, value >> 8);

const PNG = '\x89PNG\r\n\x1a\n';
/** A PNG's beginning; no checksum is right, and no data follows. */
const png = (width: number, height: number, rest = ''): string =>
  `${PNG}${be32(13)}IHDR${be32(width)}${be32(height)}\x08\x06\0\0\0${be32(0)}${rest}`;
const gif = (width: number, height: number, rest = ''): string =>
  `GIF89a${le16(width)}${le16(height)}\x80\0\0\0\0\0\xff\xff\xff${rest}`;
const jpeg = (width: number, height: number, rest = ''): string =>
  `\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08${bytes(height >> 8, height & 255, width >> 8, width & 255)}\x03\x01\x22\0\x02\x11\x01\x03\x11\x01${rest}`;
const webp = (width: number, height: number): string =>
  `RIFF${'\x16\0\0\0'}WEBPVP8X\x0a\0\0\0\x10\0\0\0${le16((width - 1) & 0xffff)}${bytes((width - 1) >> 16)}${le16((height - 1) & 0xffff)}${bytes((height - 1) >> 16)}VP8 `;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>';
const PAGE =
  '<!doctype html><title>x</title><script>alert(document.domain)</script><img src=http://CANARY/html.png>';

const picture = (data: string, type = 'image/png', alt = 'x'): string =>
  `![${alt}](data:${type};base64,${base64(data)})`;
/** A whole picture of 24 x 16 pixels is not needed: what is drawn of it matters to no test here. */
const PIXEL = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** Pictures as data, which are shown: what is none, what lies about itself, what would be too much. */
export const pictures: PayloadGroup = {
  group: 'pictures',
  payloads: named({
    'SVG as PNG': picture(SVG),
    'SVG as JPEG': picture(SVG, 'image/jpeg'),
    'SVG after a byte order mark': picture(`\xef\xbb\xbf  <?xml version="1.0"?>${SVG}`),
    'SVG that loads a picture': picture(
      '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://CANARY/svg.png"/></svg>',
      'image/svg+xml',
    ),
    'SVG with a charset': `![x](data:image/svg+xml;charset=utf-8;base64,${base64(SVG)})`,
    'HTML as PNG': picture(PAGE),
    'HTML as WebP': picture(PAGE, 'image/webp'),
    'script as GIF': picture(`GIF89a=1;/*${'x'.repeat(40)}*/alert(1)`, 'image/gif'),
    'PNG, then HTML': picture(png(2, 2, PAGE)),
    'GIF, then script': picture(gif(2, 2, `;/*${'x'.repeat(30)}*/;alert(1)`), 'image/gif'),
    'JPEG with HTML in a comment': picture(jpeg(2, 2, `\xff\xfe\0\x60${PAGE.slice(0, 94)}\xff\xd9`), 'image/jpeg'),
    'PDF as PNG': picture(`%PDF-1.7\n${'1 0 obj<</JS(app.alert(1))>>endobj\n'.repeat(3)}`),
    'zip as PNG': picture(`PK\x03\x04${'\0'.repeat(60)}`),
    'JPEG as PNG': picture(jpeg(2, 2)),
    'PNG of 2 thousand million pixels': picture(png(50_000, 40_000)),
    'PNG of the largest size': picture(png(0x7fffffff, 0x7fffffff)),
    'PNG of negative size': picture(png(-1, -1)),
    'PNG of no size': picture(png(0, 16)),
    'JPEG of 4 thousand million pixels': picture(jpeg(65_535, 65_535), 'image/jpeg'),
    'GIF of 4 thousand million pixels': picture(gif(65_535, 65_535, '\x2c'), 'image/gif'),
    'GIF with a frame larger than itself': picture(
      gif(1, 1, `\x2c\0\0\0\0${le16(65_535)}${le16(65_535)}\0\x02\x02L\x01\0;`),
      'image/gif',
    ),
    'WebP of 281 thousand million pixels': picture(webp(16_777_216, 16_777_216), 'image/webp'),
    'a line of a picture': picture(png(16_384, 1)),
    'AVIF without a size': picture(`\0\0\0\x20ftypavif\0\0\0\0avifmif1miaf${'\0'.repeat(40)}`, 'image/avif'),
    'AVIF of 4 thousand million pixels': picture(
      `\0\0\0\x20ftypavif\0\0\0\0avifmif1miaf\0\0\0\0\0\0\0\x14ispe\0\0\0\0${be32(65_535)}${be32(65_535)}`,
      'image/avif',
    ),
    'PNG that breaks off': picture(png(16, 16, `${be32(40_000)}IDAT\x78\x9c`)),
    'JPEG that breaks off': picture(jpeg(16, 16), 'image/jpeg'),
    'GIF that breaks off': picture(gif(16, 16, `\x2c\0\0\0\0`), 'image/gif'),
    'WebP that breaks off': picture(webp(16, 16), 'image/webp'),
    'a segment that leads nowhere': picture(`\xff\xd8\xff\xe1\xff\xff${'\0'.repeat(60)}`, 'image/jpeg'),
    'GIF blocks without an end': picture(gif(2, 2, '\x21\xfe\xff'.repeat(20)), 'image/gif'),
    'base64 that is none': `![x](data:image/png;base64,${'A=B='.repeat(20)})`,
    'base64 of a strange length': `![x](data:image/png;base64,${base64(png(2, 2)).slice(0, 57)})`,
    'data that does not end': `![x](data:image/png;base64,${base64(png(2, 2)).replaceAll('=', '')}`,
    'script in its words': picture(gif(1, 1), 'image/gif', '<script>alert(1)</script>'),
    'words that break out': picture(gif(1, 1), 'image/gif', '" onerror="alert(1)" x="'),
    'words in disguise': picture(gif(1, 1), 'image/gif', '\u202Egnp.exe\u{E0041}'),
    'very long words': picture(gif(1, 1), 'image/gif', 'word '.repeat(400)),
    'a title with markup': `![x](data:image/gif;base64,${PIXEL} "<img src=x onerror=alert(1)>")`,
    'in angles': `![x](<data:image/gif;base64,${PIXEL}>)`,
    'by reference': `![x][dot]\n\n[dot]: data:image/gif;base64,${PIXEL}`,
    'as a link': `[x](data:image/gif;base64,${PIXEL})`,
    'in HTML': `<img src="data:image/gif;base64,${PIXEL}" onload="alert(1)">`,
    'amid words': `See data:image/gif;base64,${PIXEL} here.`,
    'a type that breaks out': `![x](data:image/png"onload="alert(1);base64,${PIXEL})`,
    'many of them': `![x](data:image/gif;base64,${PIXEL})`.repeat(45),
    'a reference of its own': '![x](aside-picture:00000000-0000-4000-8000-000000000000/16x16)',
    'a reference that is huge': '![x](aside-picture:a/99999x99999)',
    'a reference that is a line': '![x](aside-picture:a/99999x1)',
    'a reference with a path': '![x](aside-picture:../../keys/1x1)',
    'a reference that lies': '![The bank has blocked you](aside-picture:none/unstored)',
    'a reference as a link': '[x](aside-picture:a/16x16)',
  }),
};
