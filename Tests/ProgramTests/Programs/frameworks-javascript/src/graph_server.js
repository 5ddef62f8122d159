import { exec } from "node:child_process";
import { ApolloServer } from "@apollo/server";
import { startServerAndCreateLambdaHandler } from "@as-integrations/aws-lambda";

const resolvers = {
  Query: {
    render: async (parent, { name, kind }, context) => {
      exec("render " + name); // expect: sas1-os-command
      return name;
    },
  },
  Mutation: {
    rename: (parent, args) => {
      exec("rename " + args.input.title); // expect: sas1-os-command
    },
  },
  Item: {
    label: (parent) => {
      exec("label"); // clean: sas1-os-command -- a constant
    },
  },
};

const server = new ApolloServer({ typeDefs: "type Query { render(name: String): String }", resolvers });
export const handler = startServerAndCreateLambdaHandler(server);
