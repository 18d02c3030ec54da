/** The facts of a connecting sender that decide. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * Whether a port comes from one of our own pages: same extension, and a document under our own origin. Content
 * scripts carry the extension's id too, but the web page's address.
 */
export function isOwnPage(
  sender: Sender | undefined,
  own: { readonly id: string; readonly origin: string },
): boolean {
  if (sender?.id !== own.id || sender.url === undefined || !URL.canParse(sender.url)) return false;
  return sender.url.startsWith(own.origin.endsWith('/') ? own.origin : `${own.origin}/`);
}
