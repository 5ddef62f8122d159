import mysql from "mysql2/promise";
import pg from "pg";
import knexFactory from "knex";
import { Sequelize, QueryTypes } from "sequelize";
import { PrismaClient } from "@prisma/client";
import { RDSDataClient, ExecuteStatementCommand } from "@aws-sdk/client-rds-data";
import { DynamoDBClient, ExecuteStatementCommand as PartiCommand } from "@aws-sdk/client-dynamodb";

const pool = new pg.Pool({ connectionString: process.env.DSN });
const knex = knexFactory({ client: "pg", connection: process.env.DSN });
const sequelize = new Sequelize(process.env.DSN);
const prisma = new PrismaClient();
const rds = new RDSDataClient({});
const dynamo = new DynamoDBClient({});

export const search = async (event) => {
  const term = event.queryStringParameters.term;
  const connection = await mysql.createConnection({ host: process.env.HOST, database: "shop" });
  await connection.query("SELECT id FROM book WHERE title = '" + term + "'"); // expect: sas1-sqli
  await connection.execute(`SELECT id FROM book WHERE title = '${term}'`); // expect: sas1-sqli
  await connection.execute("SELECT id FROM book WHERE title = ?", [term]); // clean: sas1-sqli -- bound
  await pool.query(`SELECT id FROM book WHERE title = '${term}'`); // expect: sas1-sqli
  await pool.query("SELECT id FROM book WHERE title = $1", [term]); // clean: sas1-sqli -- bound
  await pool.query({ text: "SELECT id FROM book WHERE title = $1", values: [term] }); // clean: sas1-sqli -- bound
  await pool.query({ text: "SELECT id FROM book WHERE title = '" + term + "'" }); // expect: sas1-sqli
  return { statusCode: 204 };
};

export const mappers = async (event) => {
  const { name } = JSON.parse(event.body);
  await knex.raw("SELECT * FROM shop WHERE name = '" + name + "'"); // expect: sas1-sqli
  await knex("shop").whereRaw("name = '" + name + "'"); // expect: sas1-sqli
  await knex("shop").where("name", name); // clean: sas1-sqli -- bound by the library
  await sequelize.query(`SELECT * FROM shop WHERE name = '${name}'`); // expect: sas1-sqli
  await sequelize.query("SELECT * FROM shop WHERE name = :name", { replacements: { name }, type: QueryTypes.SELECT }); // clean: sas1-sqli -- bound
  await prisma.$queryRawUnsafe(`SELECT * FROM shop WHERE name = '${name}'`); // expect: sas1-sqli
  await prisma.$queryRaw`SELECT * FROM shop WHERE name = ${name}`; // clean: sas1-sqli -- the tag binds its values
  return { statusCode: 204 };
};

export const clouds = async (event) => {
  const name = event.pathParameters.name;
  await rds.send(new ExecuteStatementCommand({ resourceArn: process.env.CLUSTER, secretArn: process.env.LOGIN_ARN, sql: "SELECT * FROM shop WHERE name = '" + name + "'" })); // expect: sas1-sqli
  await rds.send(new ExecuteStatementCommand({ resourceArn: process.env.CLUSTER, secretArn: process.env.LOGIN_ARN, sql: "SELECT * FROM shop WHERE name = :name", parameters: [{ name: "name", value: { stringValue: name } }] })); // clean: sas1-sqli -- bound
  await dynamo.send(new PartiCommand({ Statement: `SELECT * FROM shop WHERE name = '${name}'` })); // expect: sas1-sqli
  await dynamo.send(new PartiCommand({ Statement: "SELECT * FROM shop WHERE name = ?", Parameters: [{ S: name }] })); // clean: sas1-sqli -- bound
  return { statusCode: 204 };
};

export const objects = async (event) => {
  const { id, name } = JSON.parse(event.body);
  const connection = await mysql.createConnection({ host: process.env.HOST });
  await connection.query("DELETE FROM basket WHERE id = ?", [id]); // expect: sas1-sqli
  await connection.query({ sql: "DELETE FROM basket WHERE id = ?", values: [id] }); // expect: sas1-sqli
  await connection.execute("DELETE FROM basket WHERE id = ?", [id]); // clean: sas1-sqli -- the server binds it
  await connection.query("DELETE FROM basket WHERE id = ?", [String(id)]); // clean: sas1-sqli -- a text
  await connection.query("DELETE FROM basket WHERE id = ?", [`${id}`]); // clean: sas1-sqli -- a text
  await connection.query("DELETE FROM basket WHERE id = ?", [Number(id)]); // clean: sas1-sqli -- a number
  await connection.query("DELETE FROM basket WHERE id = ?", [event.pathParameters.id]); // clean: sas1-sqli -- a text
  await connection.query("INSERT INTO basket SET ?", { name }); // clean: sas1-sqli -- the program's own keys
  if (typeof name === "string") {
    await connection.query("DELETE FROM basket WHERE name = ?", [name]); // clean: sas1-sqli -- a text
  }
  const strict = await mysql.createConnection({ host: process.env.HOST, stringifyObjects: true });
  await strict.query("DELETE FROM basket WHERE id = ?", [id]); // clean: sas1-sqli -- objects become texts
  return { statusCode: 204 };
};
