exports.handler = async (event) => {  // expect: sas2-webhook-unsigned
  if (event.headers["x-github-event"] === "push") {
    const body = JSON.parse(event.body);
    console.log("pushed", body.commits.length);
  }
  return { statusCode: 200 };
};
