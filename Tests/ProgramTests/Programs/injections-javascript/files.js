const fs = require("fs");
const path = require("path");
const { readFile, writeFile } = require("fs/promises");
const AdmZip = require("adm-zip");

exports.read = async (event) => {
  const { name } = event.pathParameters;
  const first = fs.readFileSync("/opt/pages/" + name); // expect: sas1-path-traversal
  const second = await readFile(path.join("/opt/pages", name)); // expect: sas1-path-traversal
  await writeFile(`/tmp/${name}`, "seen"); // expect: sas1-path-traversal
  fs.createReadStream(path.resolve("/opt/pages", name)); // expect: sas1-path-traversal
  fs.unlinkSync("/tmp/" + name); // expect: sas1-path-traversal
  const third = fs.readFileSync("/opt/pages/" + path.basename(name)); // clean: sas1-path-traversal -- the last part of the name only
  return { statusCode: 200, body: first + second + third };
};

exports.inside = async (event) => {
  const root = "/opt/pages";
  const file = path.resolve(root, event.pathParameters.name);
  if (!file.startsWith(root + path.sep)) {
    return { statusCode: 404 };
  }
  return { statusCode: 200, body: fs.readFileSync(file, "utf8") }; // clean: sas1-path-traversal -- resolved and compared with the folder
};

exports.unpack = async (event) => {
  const archive = new AdmZip(Buffer.from(event.body, "base64"));
  archive.extractAllTo("/tmp/out"); // expect: sas1-archive-extraction
  return { statusCode: 204 };
};
