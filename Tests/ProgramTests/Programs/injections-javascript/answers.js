const escapeHtml = require("escape-html");
const ejs = require("ejs");
const Handlebars = require("handlebars");
const nodemailer = require("nodemailer");
const ldap = require("ldapjs");
const xpath = require("xpath");

const mailer = nodemailer.createTransport({ host: process.env.MAIL_HOST });
const directory = ldap.createClient({ url: process.env.LDAP_HOST });

exports.greet = async (event) => {
  const { name } = event.queryStringParameters;
  return { statusCode: 200, headers: { "Content-Type": "text/html" }, body: `<h1>Hello ${name}</h1>` }; // expect: sas1-xss-response
};

exports.greetSafely = async (event) => {
  const name = escapeHtml(event.queryStringParameters.name);
  return { statusCode: 200, headers: { "Content-Type": "text/html" }, body: `<h1>Hello ${name}</h1>` }; // clean: sas1-xss-response -- escaped
};

exports.greetData = async (event) => {
  const { name } = event.queryStringParameters;
  return { statusCode: 200, headers: { "content-type": "application/json" }, body: JSON.stringify({ name }) }; // clean: sas1-xss-response -- no page
};

exports.greetBack = (event, context, callback) => {
  callback(null, { statusCode: 200, headers: { "Content-Type": "text/html" }, body: "<p>" + event.body + "</p>" }); // expect: sas1-xss-response
};

exports.forward = async (event) => {
  return { statusCode: 302, headers: { Location: event.queryStringParameters.next } }; // expect: sas1-open-redirect
};

exports.forwardHome = async (event) => {
  return { statusCode: 302, headers: { Location: "https://shop.example/find?q=" + event.queryStringParameters.q } }; // clean: sas1-open-redirect -- the host is fixed
};

exports.remember = async (event) => {
  return { statusCode: 204, headers: { "X-Seen": event.queryStringParameters.page } }; // expect: sas1-header-injection
};

exports.page = async (event) => {
  const { layout } = JSON.parse(event.body);
  ejs.render(layout, { shop: "one" }); // expect: sas1-template-injection
  Handlebars.compile(layout)({ shop: "one" }); // expect: sas1-template-injection
  ejs.render("<p><%= name %></p>", { name: layout }); // clean: sas1-template-injection -- a value for a fixed template
  return { statusCode: 204 };
};

exports.mail = async (event) => {
  const { to, text } = JSON.parse(event.body);
  await mailer.sendMail({ from: "shop@shop.example", to, subject: "Hello", text: "Hello" }); // expect: sas1-email-injection
  await mailer.sendMail({ from: "shop@shop.example", to: "desk@shop.example", subject: "Hello", text }); // clean: sas1-email-injection -- only the text of the mail
  return { statusCode: 204 };
};

exports.people = async (event) => {
  const { name } = event.queryStringParameters;
  directory.search("ou=people,dc=shop", { filter: `(uid=${name})` }, () => {}); // expect: sas1-ldap-injection
  directory.search("ou=people,dc=shop", { filter: new ldap.EqualityFilter({ attribute: "uid", value: name }) }, () => {}); // clean: sas1-ldap-injection -- built from parts
  xpath.select("//user[@name='" + name + "']", {}); // expect: sas1-xpath-injection
  return { statusCode: 204 };
};
