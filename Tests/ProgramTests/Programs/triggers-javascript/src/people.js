const { execSync } = require("child_process");

exports.device = async (event) => {
  execSync("plot " + event.reading); // expect: sas1-os-command
};

exports.signUp = (event, context, callback) => {
  const { userAttributes, validationData } = event.request;
  execSync("greet " + userAttributes.email); // expect: sas1-os-command
  execSync("greet " + validationData.invitation); // expect: sas1-os-command
  execSync("greet " + event.region); // clean: sas1-os-command -- set by the platform
  callback(null, event);
};

exports.skill = async (event) => {
  execSync("play " + event.request.intent.slots.song.value); // expect: sas1-os-command
  execSync("play " + event.request.intent.name); // clean: sas1-os-command -- from the model of the skill
  return { version: "1.0", response: {} };
};

exports.mail = async (event) => {
  const { mail, receipt } = event.Records[0].ses;
  execSync("file-mail " + mail.commonHeaders.from[0]); // expect: sas1-os-command
  execSync("file-mail " + mail.headers[0].value); // expect: sas1-os-command
  execSync("file-mail " + receipt.spfVerdict.status); // clean: sas1-os-command -- judged by the platform
};

exports.chat = async (event) => {
  execSync("book " + event.inputTranscript); // expect: sas1-os-command
  execSync("book " + event.bot.name); // clean: sas1-os-command -- names the bot
};

exports.setup = async (event) => {
  execSync("init " + event.ResourceProperties.Name); // expect: sas1-os-command
  execSync("init " + event.StackId); // clean: sas1-os-command -- set by the platform
};

exports.tool = async (event) => {
  const city = event.parameters.find((parameter) => parameter.name === "city").value;
  execSync("lookup " + city); // expect: sas1-os-command
  execSync("lookup " + event.apiPath); // clean: sas1-os-command -- set by whoever builds the agent
};

exports.compliance = async (event) => {
  const { configurationItem } = JSON.parse(event.invokingEvent);
  execSync("audit " + configurationItem.resourceName); // expect: sas1-os-command
};

exports.edge = async (event) => {
  const { request, ...rest } = event.Records[0].cf;
  execSync("rewrite " + request.querystring); // expect: sas1-os-command
  execSync("rewrite " + request.headers["user-agent"][0].value); // expect: sas1-os-command
  execSync("rewrite " + rest.config.distributionId); // clean: sas1-os-command -- set by the platform
  return request;
};
