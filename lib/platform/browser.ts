// The one place that names the extension API, so that everything else takes it from here.
export { browser, type Browser } from 'wxt/browser';
