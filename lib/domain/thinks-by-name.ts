/** OpenAI's models that think, by their names. */
const THINKERS = /^(?:openai\/)?(?:o[1-9]|gpt-(?:[5-9]|\d\d)|codex|computer-use)/;
const THINKS_NOT = /-chat\b|^o1-(?:mini|preview)/;

/** Whether a name is one of OpenAI's models that think; others refuse the fields of thinking, and these take no temperature. */
export function thinksByName(model: string): boolean {
  return THINKERS.test(model) && !THINKS_NOT.test(model);
}
