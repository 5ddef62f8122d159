exports.handler = async (event) => {
  return eval(event.expression); // clean: sas1-code-exec -- the caller may not invoke this function
};
