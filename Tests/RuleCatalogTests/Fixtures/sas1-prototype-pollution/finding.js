const _ = require("lodash");

const defaults = { theme: "light" };

exports.handler = async (event) => {
  const settings = _.merge({}, defaults, JSON.parse(event.body));  // expect: sas1-prototype-pollution
  return { statusCode: 200, body: settings.theme };
};
