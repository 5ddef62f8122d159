exports.handler = async (event) => {
  return eval(event.expression); // expect: sas1-code-exec
};
