const { exec } = require("child_process");
const awsLambdaFastify = require("@fastify/aws-lambda");
const fastify = require("fastify");

const app = fastify();

app.addHook("preHandler", async (request, reply) => {
  exec("audit " + request.headers["x-trace"]); // expect: sas1-os-command
});

app.register(async (instance) => {
  instance.get("/items/:id", async (request) => {
    exec("item " + request.params.id); // expect: sas1-os-command
    exec("item " + request.method); // clean: sas1-os-command -- one of a few words
    return { ok: true };
  });
});

app.route({
  method: "POST",
  url: "/items",
  handler: async (request, reply) => {
    exec("item " + request.body.name); // expect: sas1-os-command
    reply.type("text/html").send("<b>" + request.body.name + "</b>"); // expect: sas1-xss-response
  },
});

app.setErrorHandler((error, request, reply) => {
  reply.status(500).send({ error: error.message }); // expect: sas10-message-to-client
});

exports.handler = awsLambdaFastify(app);
