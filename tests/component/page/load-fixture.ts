/** Shows a page of tests/fixtures/pages in a frame of 1000 x 800 and waits until it and its frames are loaded. */
export async function loadFixture(name: string): Promise<Document> {
  return loadHtml(await (await fetch(`/tests/fixtures/pages/${name}.html`)).text());
}

/** Like loadFixture, from a string. */
export async function loadHtml(html: string): Promise<Document> {
  const frame = document.createElement('iframe');
  frame.width = '1000';
  frame.height = '800';
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.replaceChildren(frame);
  await loaded;
  if (frame.contentDocument === null) throw new Error('The frame has no document.');
  return frame.contentDocument;
}
