exports.handler = async (event) => {
  const name = event.pathParameters.id;
  console.log(JSON.stringify({ order: name }));
  console.log("a record", { order: name }, [name]);
  console.log("a header " + event.headers["x-name"]);
  return { statusCode: 200 };
};
