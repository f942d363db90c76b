module.exports = { make(definition) { Page(definition); } };
