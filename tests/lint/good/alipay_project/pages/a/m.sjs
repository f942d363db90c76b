const f = (a) => `${a}`;
export default { f };
