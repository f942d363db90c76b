export function yuan() {}
