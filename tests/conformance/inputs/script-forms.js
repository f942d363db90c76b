// What the oldest engine reads is left as it was written.
class A { get b() { return 1; } static async *c() { for await (const d of []) yield d; } }
label: for (const [e, { f = 2, ...g }] of Object.entries({})) { if (e) continue label; g[f ** 2] = `a${f}`; }
exports.A = A;
