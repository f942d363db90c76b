/** From a picture's name in a document or catalogue to an address that can be drawn. */

/**
 * @param {string} name `picture:<file>`, `/media/…`, https or ''
 * @param {{ pictures: string, origin: string }} shop
 */
exports.address = (name, shop) => {
  if (!name) return '';
  if (name.startsWith('picture:')) return shop.pictures + name.slice(8);
  return name[0] === '/' ? shop.origin + name : name;
};
