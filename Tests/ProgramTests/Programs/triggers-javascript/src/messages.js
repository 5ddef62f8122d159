const { execSync } = require("child_process");
const zlib = require("zlib");

exports.notified = async (event) => {
  const { Sns } = event.Records[0];
  execSync("page " + JSON.parse(Sns.Message).who); // expect: sas1-os-command
  execSync("page " + Sns.Subject); // expect: sas1-os-command
  execSync("page " + Sns.MessageId); // clean: sas1-os-command -- set by the platform
};

exports.queued = async (event) => {
  for (const { body, messageAttributes, receiptHandle } of event.Records) {
    execSync("work " + body); // expect: sas1-os-command
    execSync("work " + messageAttributes.kind.stringValue); // expect: sas1-os-command
    execSync("work " + receiptHandle); // clean: sas1-os-command -- set by the platform
  }
};

exports.streamed = async (event) => {
  const texts = event.Records.map((record) => Buffer.from(record.kinesis.data, "base64").toString());
  execSync("count " + texts[0]); // expect: sas1-os-command
  execSync("count " + event.Records[0].eventSourceARN); // clean: sas1-os-command -- set by the platform
};

exports.produced = async (event) => {
  for (const [partition, records] of Object.entries(event.records)) {
    for (const record of records) {
      execSync("order " + Buffer.from(record.value, "base64").toString()); // expect: sas1-os-command
      execSync("order " + record.offset); // clean: sas1-os-command -- a number of the platform
    }
    execSync("order " + partition); // clean: sas1-os-command -- the platform names topic and partition
  }
};

exports.brokered = async (event) => {
  for (const message of event.messages) {
    execSync("job " + Buffer.from(message.data, "base64").toString()); // expect: sas1-os-command
    execSync("job " + message.messageID); // clean: sas1-os-command -- set by the broker
  }
};

exports.announced = async (event) => {
  execSync("order " + event.detail.customer.name); // expect: sas1-os-command
  execSync("order " + event.time); // clean: sas1-os-command -- set by the platform
};

exports.nightly = async (event) => {
  execSync("report " + event.report); // clean: sas1-os-command -- the template says what the schedule sends
};

exports.logged = async (event) => {
  const packed = Buffer.from(event.awslogs.data, "base64");
  const lines = JSON.parse(zlib.gunzipSync(packed).toString("utf8"));
  lines.logEvents.forEach((line) => execSync("alert " + line.message)); // expect: sas1-os-command
};
