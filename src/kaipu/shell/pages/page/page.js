/** A page of the definition. */

require('./draw').drawPage();
