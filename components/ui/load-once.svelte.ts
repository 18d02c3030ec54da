/** A part of the panel that is loaded when it is first needed. */
export class LateModule<Module> {
  module = $state.raw<Module>();
  failed = $state(false);

  constructor(load: () => Promise<Module>) {
    load().then(
      (module) => (this.module = module),
      () => (this.failed = true),
    );
  }
}

const loaded = new Map<string, LateModule<unknown>>();

/** The module of that name: at once if somebody needed it before, so that nothing waits a second time. */
export function loadOnce<Module>(name: string, load: () => Promise<Module>): LateModule<Module> {
  const known = loaded.get(name) as LateModule<Module> | undefined;
  if (known !== undefined && !known.failed) return known;
  const late = new LateModule(load);
  loaded.set(name, late);
  return late;
}
