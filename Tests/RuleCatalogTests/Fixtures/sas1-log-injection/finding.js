exports.handler = async (event) => {
  const name = event.pathParameters.id;
  console.log(`order ${name}`); // expect: sas1-log-injection
  console.log("order", name); // expect: sas1-log-injection
  console.log("orders " + [name, name]); // expect: sas1-log-injection
  return { statusCode: 200 };
};
