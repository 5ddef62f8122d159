const fs = require("fs");
const os = require("os");
const path = require("path");
const { Readable } = require("stream");

exports.handler = async (event) => {
  const file = path.join(os.tmpdir(), "order");
  Readable.from([event.body]).pipe(fs.createWriteStream(file)); // expect: sas12-tmp-residue
  await fs.promises.writeFile(path.join(os.tmpdir(), "order"), event.body); // expect: sas12-tmp-residue
  Readable.from(["constant"]).pipe(fs.createWriteStream(file));
  return { statusCode: 204 };
};
