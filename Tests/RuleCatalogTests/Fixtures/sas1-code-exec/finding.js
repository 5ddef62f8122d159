exports.handler = async (event) => {
  const compute = new Function("x", event.formula);  // expect: sas1-code-exec
  return { result: compute(1) };
};
