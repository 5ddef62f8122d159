let current;

exports.handler = async (event) => {
  current = JSON.parse(event.body).user;  // expect: sas12-global-taint
  return { statusCode: 200 };
};
