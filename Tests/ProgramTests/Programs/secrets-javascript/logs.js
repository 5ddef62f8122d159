let lastUser;
const cache = {};
const seen = [];

exports.whole = async (event) => {
  console.log(event); // expect: sas5-event-logged
  console.log("event: " + JSON.stringify(event, null, 2)); // clean: sas5-event-logged -- said once for all lines of a function
  console.log("path:", event.path); // clean: sas5-event-logged -- one field
  return { statusCode: 204 };
};

exports.personal = async (event) => {
  const { user, password, item } = JSON.parse(event.body);
  console.log(`login of ${user} with ${password}`); // expect: sas5-log-personal-data
  console.warn("token", event.headers.Authorization); // expect: sas5-log-personal-data
  console.log("order of", item); // clean: sas5-log-personal-data -- nothing personal
  return { statusCode: 204 };
};

exports.swallowed = async (event) => {
  try {
    JSON.parse(event.body);
  } catch (error) {} // expect: sas5-swallowed-exception
  try {
    JSON.parse(event.body);
  } catch (error) { // clean: sas5-swallowed-exception -- logged
    console.error("failed");
  }
  return { statusCode: 204 };
};

exports.stack = async (event) => {
  try {
    return { statusCode: 200, body: JSON.parse(event.body).name };
  } catch (error) {
    return { statusCode: 500, body: error.stack }; // expect: sas10-stack-to-client
  }
};

exports.message = async (event) => {
  try {
    return { statusCode: 200, body: JSON.parse(event.body).name };
  } catch (error) {
    console.error(error);
    return { statusCode: 400, body: JSON.stringify({ error: error.message }) }; // expect: sas10-message-to-client
  }
};

exports.plainMessage = async (event) => {
  try {
    return { statusCode: 200, body: JSON.parse(event.body).name };
  } catch (error) {
    console.error("failed", error);
    return { statusCode: 400, body: "this is no document" }; // clean: sas10-message-to-client -- a constant
  }
};

exports.kept = async (event) => {
  lastUser = event.headers["x-name"]; // expect: sas12-global-taint
  cache.item = event.body; // expect: sas12-global-taint
  seen.push(event.path); // expect: sas12-global-taint
  const local = {};
  local.item = event.body; // clean: sas12-global-taint -- a variable of the invocation
  cache.started = true; // clean: sas12-global-taint -- a constant
  return { statusCode: 204 };
};

exports.work = async (event) => {
  const count = Number(event.queryStringParameters.count);
  for (let number = 0; number < count; number += 1) { // expect: sas8-unbounded-work
    console.log("number", number);
  }
  for (let number = 0; number < Math.min(count, 100); number += 1) { // clean: sas8-unbounded-work -- bounded
    console.log("number", number);
  }
  if (count > 50) {
    return { statusCode: 400 };
  }
  const list = new Array(count); // clean: sas8-unbounded-work -- compared with a bound before
  return { statusCode: 200, body: String(list.length) };
};

exports.pattern = async (event) => {
  const { pattern, name } = JSON.parse(event.body);
  const found = new RegExp(pattern).test("all"); // expect: sas8-redos
  const slow = /^(a+)+$/.test(name); // expect: sas8-redos
  const quick = /^a+$/.test(name); // clean: sas8-redos -- runs in linear time
  return { statusCode: 200, body: String([found, slow, quick]) };
};
