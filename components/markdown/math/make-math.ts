import type { MathNode } from '../../../lib/markdown/nodes';
import { showFormula } from './show-formula';

/** A formula in running text. `streaming`: the reader is where it is written, so it is drawn at once. */
export function makeMath({ tex, display }: MathNode, streaming: boolean): Element {
  const formula = document.createElement('span');
  formula.className = display ? 'markdown-math markdown-math-display' : 'markdown-math';
  formula.dir = 'ltr';
  if (display) {
    // It scrolls sideways where it is wide, so the keyboard must reach it.
    formula.role = 'group';
    formula.ariaLabel = 'Formula';
    formula.tabIndex = 0;
  }
  showFormula(formula, tex, display, streaming);
  return formula;
}
