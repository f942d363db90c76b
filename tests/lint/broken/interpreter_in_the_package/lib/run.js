module.exports = {
  BinaryExpression() {},
  CallExpression() {},
  MemberExpression() {},
  AssignmentExpression() {},
  ConditionalExpression() {},
  VariableDeclaration() {},
  IfStatement() {},
  ReturnStatement() {},
};
