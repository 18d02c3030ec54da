/**
 * The floor: the least that a page can do with a stream of text. Once a frame it appends what has come to plain
 * paragraphs, which cost nothing while they are off screen.
 */
export const FLOOR_PAGE = `<!doctype html>
<meta charset="utf-8">
<title>Floor</title>
<style>
  body { margin: 16px; font: 14px/1.55 system-ui, sans-serif; }
  p { content-visibility: auto; contain-intrinsic-block-size: auto 44px; margin: 0 0 10px; overflow-wrap: anywhere; }
</style>
<body>
<script>
  globalThis.stream = async (tokens, perSecond) => {
    const { body } = await fetch('/stream?tokens=' + tokens + '&perSecond=' + perSecond);
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let pending = '';
    let text = null;
    let drawn = Promise.resolve();
    const draw = (resolve) => {
      const [first, ...others] = pending.split('\\n\\n');
      pending = '';
      if (text === null) others.unshift(first);
      else text.appendData(first);
      for (const part of others) {
        const paragraph = document.createElement('p');
        text = document.createTextNode(part);
        paragraph.append(text);
        document.body.append(paragraph);
      }
      resolve();
    };
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      if (pending === '') drawn = new Promise((resolve) => requestAnimationFrame(() => draw(resolve)));
      pending += read.value;
    }
    await drawn;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  };
</script>
`;
