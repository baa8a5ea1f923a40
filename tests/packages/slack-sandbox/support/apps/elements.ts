/** A label, as every element takes it. */
export const label = (text: string) => ({ type: 'plain_text' as const, text });

/** An option whose value is its label in small letters. */
export const option = (text: string) => ({ text: label(text), value: text.toLowerCase() });
