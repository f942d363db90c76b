/** The reader's language, of the two the product speaks. */

/** @returns {'zh' | 'en'} */
export const language = () => (/^zh\b/i.test(navigator.language) ? 'zh' : 'en');
