exports.handler = async (event) => {
  const { password } = JSON.parse(event.body);
  if (password !== "correct horse battery") {  // expect: sas2-home-grown-auth
    return { statusCode: 403 };
  }
  return { statusCode: 200 };
};
