import TaintEngine

extension LibraryCase {
  static let nodeCases: [LibraryCase] =
    nodePrograms + nodeQueries + nodeObjects + nodeRequests + nodeFiles + nodeClouds + nodeAnswers

  private static let nodePrograms: [LibraryCase] = [
    .node(
      .osCommand, "const { exec } = require('child_process')", "exec('ls ' + event.x, (err, out) => out)",
      safe: "exec('ls', (err, out) => out)"),
    .node(
      .osCommand, "const cp = require('node:child_process')", "cp.execSync(`ls ${event.x}`)",
      safe: "cp.execFileSync('ls', [event.x])"),
    .node(
      .osCommand, "import { spawn } from 'child_process'", "spawn('ls', [event.x], { shell: true })",
      safe: "spawn('ls', [event.x])"),
    .node(
      .osCommand, "const { spawnSync } = require('child_process')",
      "spawnSync('sh', ['-c', 'ls ' + event.x])",
      safe: "spawnSync('echo', ['-c', event.x])"),
    .node(
      .osCommand,
      "const { promisify } = require('util')\nconst run = promisify(require('child_process').exec)",
      "await run(`ls ${event.x}`)", safe: "await run('ls')"),
    .node(
      .osCommand, "const shell = require('shelljs')\nconst { quote } = require('shell-quote')",
      "shell.exec('ls ' + event.x)", safe: "shell.exec(quote(['ls', event.x]))"),
    .node(
      .osCommand, "const execa = require('execa')", "await execa.command('ls ' + event.x)",
      safe: "await execa('ls', [event.x])"),
    .node(
      .commandArgument, "const { execFile } = require('child_process')", "execFile('tar', ['xf', event.x])",
      safe: "execFile('tar', ['xf', '--', event.x])"),
    .node(
      .commandArgument, "const { spawn } = require('child_process')",
      "spawn('/opt/bin/ffmpeg', ['-i', event.x])",
      safe: "spawn('/opt/bin/mine', ['-i', event.x])"),
    .node(.codeExecution, "", "return eval(event.x)", safe: "return eval('1 + 1')"),
    .node(
      .codeExecution, "", "return new Function('a', event.x)(1)",
      safe: "return new Function('a', 'return a')(1)"),
    .node(
      .codeExecution, "const vm = require('vm')", "vm.runInNewContext(event.x, {})",
      safe: "vm.runInNewContext('x + 1', { x: event.x })"),
    .node(
      .codeExecution, "const vm = require('vm')", "new vm.Script(`${event.x}`)", safe: "new vm.Script('1')"),
    .node(
      .codeExecution, "", "setTimeout('run(' + event.x + ')', 10)", safe: "setTimeout(() => event.x, 10)"),
    .node(.codeExecution, "", "require(event.module)", safe: "require('fs')"),
    .node(
      .template, "const ejs = require('ejs')", "return ejs.render('<p>' + event.x)",
      safe: "return ejs.render('<p><%= x %>', { x: event.x })"),
    .node(
      .template, "const Handlebars = require('handlebars')", "return Handlebars.compile(event.x)({})",
      safe: "return Handlebars.compile('{{x}}')({ x: event.x })"),
    .node(
      .template, "const _ = require('lodash')", "return _.template(event.x)()",
      safe: "return _.template('<%- x %>')({ x: event.x })"),
    .node(
      .regularExpression, "const escape = require('escape-string-regexp')",
      "return new RegExp(event.x).test('a')",
      safe: "return new RegExp(escape(event.x)).test('a')"),
  ]

  private static let nodeQueries: [LibraryCase] = [
    .node(
      .sql, "const mysql = require('mysql')\nconst c = mysql.createConnection({})",
      "c.query(\"SELECT * FROM t WHERE id='\" + event.id + \"'\", (e, rows) => rows)",
      safe: "c.query('SELECT * FROM t WHERE id = ?', [event.id], (e, rows) => rows)"),
    .node(
      .sql, "const mysql = require('mysql2/promise')",
      "const c = await mysql.createConnection({})\nawait c.execute(`SELECT ${event.id}`)",
      safe: "const c = await mysql.createConnection({})\nawait c.execute('SELECT ?', [event.id])"),
    .node(
      .sql, "const { Pool } = require('pg')\nconst pool = new Pool()",
      "const c = await pool.connect()\nawait c.query('SELECT * FROM t WHERE id = ' + event.id)",
      safe: "const c = await pool.connect()\nawait c.query('SELECT * FROM t WHERE id = $1', [event.id])"),
    .node(
      .sql, "const { Client } = require('pg')\nconst client = new Client()",
      "await client.query({ text: 'SELECT ' + event.id })",
      safe: "await client.query({ text: 'SELECT $1', values: [event.id] })"),
    .node(
      .sql, "const mysql = require('mysql')\nconst pool = mysql.createPool({})",
      "pool.getConnection((err, c) => { c.query('SELECT ' + event.id) })",
      safe: "pool.getConnection((err, c) => { c.query('SELECT ' + mysql.escape(event.id)) })"),
    .node(
      .sql, "const knex = require('knex')({ client: 'pg' })",
      "await knex('users').whereRaw('id = ' + event.id)", safe: "await knex('users').where({ id: event.id })"),
    .node(
      .sql, "const knex = require('knex')({ client: 'pg' })", "await knex.raw(`SELECT ${event.id}`)",
      safe: "await knex.raw('SELECT ?', [event.id])"),
    .node(
      .sql, "const { Sequelize } = require('sequelize')\nconst db = new Sequelize('x')",
      "await db.query('SELECT * FROM t WHERE id=' + event.id)",
      safe: "await db.query('SELECT * FROM t WHERE id=:id', { replacements: { id: event.id } })"),
    .node(
      .sql, "const { PrismaClient } = require('@prisma/client')\nconst prisma = new PrismaClient()",
      "await prisma.$queryRawUnsafe('SELECT ' + event.id)", safe: "await prisma.$queryRaw`SELECT ${event.id}`"
    ),
    .node(
      .sql, "const sqlite3 = require('sqlite3')\nconst db = new sqlite3.Database('/tmp/x')",
      "db.all('SELECT ' + event.id, (e, r) => r)", safe: "db.all('SELECT ?', [event.id], (e, r) => r)"),
    .node(
      .sql,
      "import { RDSDataClient, ExecuteStatementCommand } from '@aws-sdk/client-rds-data'\nconst c = new RDSDataClient({})",
      "await c.send(new ExecuteStatementCommand({ sql: 'SELECT ' + event.id }))",
      safe:
        "await c.send(new ExecuteStatementCommand({ sql: 'SELECT :id', parameters: [{ name: 'id', value: { stringValue: event.id } }] }))"
    ),
    .node(
      .nosql, "const { MongoClient } = require('mongodb')\nconst client = new MongoClient('x')",
      "await client.db('d').collection('u').findOne({ name: JSON.parse(event.body).name })",
      safe: "await client.db('d').collection('u').findOne({ name: String(JSON.parse(event.body).name) })"),
    .node(
      .nosql, "const mongoose = require('mongoose')\nconst User = mongoose.model('User', {})",
      "await User.find(JSON.parse(event.body))", safe: "await User.find({ active: true })"),
    .node(
      .nosql, "const AWS = require('aws-sdk')\nconst doc = new AWS.DynamoDB.DocumentClient()",
      "await doc.scan({ TableName: 't', FilterExpression: 'a = ' + event.x }).promise()",
      safe:
        "await doc.scan({ TableName: 't', FilterExpression: 'a = :x', ExpressionAttributeValues: { ':x': event.x } }).promise()"
    ),
    .node(
      .ldapFilter, "const ldap = require('ldapjs')\nconst c = ldap.createClient({})",
      "c.search('dc=x', { filter: `(uid=${event.u})` }, () => {})",
      safe: "c.search('dc=x', { filter: '(uid=x)' }, () => {})"),
    .node(
      .xpath, "const xpath = require('xpath')\nconst doc = null", "xpath.select(`//u[@n='${event.u}']`, doc)",
      safe: "xpath.select('//u', doc)"),
  ]

  private static let nodeObjects: [LibraryCase] = [
    .node(
      .deserialization, "const serialize = require('node-serialize')", "serialize.unserialize(event.body)",
      safe: "JSON.parse(event.body)"),
    .node(
      .objectMerge, "const _ = require('lodash')", "_.merge({}, JSON.parse(event.body))",
      safe: "_.merge({}, { name: JSON.parse(event.body).name + '' })"),
    .node(
      .xmlEntities, "const libxml = require('libxmljs')", "libxml.parseXml(event.body, { noent: true })",
      safe: "libxml.parseXml(event.body, { noent: false })"),
  ]

  private static let nodeRequests: [LibraryCase] = [
    .node(
      .requestURL, "const axios = require('axios')", "await axios.get(event.url)",
      safe: "await axios.get('https://example.com/users/' + event.id)"),
    .node(
      .requestURL, "import axios from 'axios'", "await axios({ method: 'get', url: event.url })",
      safe: "await axios({ url: 'https://example.com/', data: event.x })"),
    .node(
      .requestURL, "", "await fetch(`https://${event.host}/x`)",
      safe: "await fetch(`https://example.com/${event.path}`)"),
    .node(
      .requestURL, "const https = require('https')", "https.get(event.url, (res) => res)",
      safe: "https.get('https://example.com/?q=' + event.q, (res) => res)"),
    .node(
      .requestURL, "const http = require('http')", "http.request({ hostname: event.host, path: '/' })",
      safe: "http.request({ hostname: 'example.com', path: '/' + event.path })"),
    .node(
      .requestURL, "const got = require('got')", "await got(event.url)",
      safe: "await got('https://example.com/')"),
    .node(
      .requestURL, "const request = require('request')", "request({ uri: event.url }, (e, r, body) => body)",
      safe: "request({ uri: 'https://example.com/' }, (e, r, body) => body)"),
    .node(
      .requestURL, "const puppeteer = require('puppeteer')",
      "const b = await puppeteer.launch()\nconst p = await b.newPage()\nawait p.goto(event.url)",
      safe:
        "const b = await puppeteer.launch()\nconst p = await b.newPage()\nawait p.goto('https://example.com/')"
    ),
    .node(
      .emailHeader, "const mailer = require('nodemailer').createTransport({})",
      "await mailer.sendMail({ to: event.to, subject: 'x', text: 'y' })",
      safe: "await mailer.sendMail({ to: 'a@example.com', subject: 'x', text: event.text })"),
    .node(
      .prompt, "import OpenAI from 'openai'\nconst ai = new OpenAI()",
      "await ai.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: event.q }] })",
      safe: "await ai.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: 'Hello' }] })"
    ),
  ]

  private static let nodeFiles: [LibraryCase] = [
    .node(
      .filePath, "const fs = require('fs')\nconst path = require('path')",
      "fs.readFileSync(path.join('/tmp', event.name))",
      safe: "fs.readFileSync(path.join('/tmp', path.basename(event.name)))"),
    .node(
      .filePath, "import { writeFile } from 'fs/promises'", "await writeFile('/tmp/' + event.name, 'x')",
      safe: "await writeFile('/tmp/x', event.text)"),
    .node(
      .filePath, "const fs = require('fs').promises", "await fs.unlink(`/tmp/${event.name}`)",
      safe: "await fs.unlink('/tmp/x')"),
    .node(
      .archiveExtraction, "const AdmZip = require('adm-zip')",
      "new AdmZip(Buffer.from(event.body, 'base64')).extractAllTo('/tmp', true)",
      safe: "new AdmZip(Buffer.from(event.body, 'base64')).getEntries()"),
  ]

  private static let nodeClouds: [LibraryCase] = [
    .node(
      .cloudResource, "const AWS = require('aws-sdk')\nconst s3 = new AWS.S3()",
      "await s3.getObject({ Bucket: event.bucket, Key: 'k' }).promise()",
      safe: "await s3.getObject({ Bucket: process.env.BUCKET, Key: 'k' }).promise()"),
    .node(
      .cloudKey,
      "import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3'\nconst s3 = new S3Client({})",
      "await s3.send(new GetObjectCommand({ Bucket: 'b', Key: event.key }))",
      safe: "await s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }))"),
    .node(
      .cloudKey,
      "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'\nimport { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb'\nconst doc = DynamoDBDocumentClient.from(new DynamoDBClient({}))",
      "await doc.send(new GetCommand({ TableName: 't', Key: { id: event.id } }))",
      safe: "await doc.send(new GetCommand({ TableName: 't', Key: { id: 'x' } }))"),
    .node(
      .cloudResource, "const { Lambda } = require('@aws-sdk/client-lambda')\nconst l = new Lambda()",
      "await l.invoke({ FunctionName: event.name })", safe: "await l.invoke({ FunctionName: 'f' })"),
    .node(
      .cloudPayload, "const S3 = require('aws-sdk/clients/s3')\nconst s3 = new S3()",
      "s3.putObject({ Bucket: 'b', Key: 'k', Body: event.body }, (err, data) => data)",
      safe: "s3.putObject({ Bucket: 'b', Key: 'k', Body: 'x' }, (err, data) => data)"),
    .node(
      .massAssignment, "const AWS = require('aws-sdk')\nconst doc = new AWS.DynamoDB.DocumentClient()",
      "await doc.put({ TableName: 't', Item: JSON.parse(event.body) }).promise()",
      safe:
        "const b = JSON.parse(event.body)\nawait doc.put({ TableName: 't', Item: { id: b.id } }).promise()"),
    .node(
      .cloudPayload,
      "const { SNSClient, PublishCommand } = require('@aws-sdk/client-sns')\nconst sns = new SNSClient()",
      "await sns.send(new PublishCommand({ TopicArn: 'a', Message: event.text }))",
      safe: "await sns.send(new PublishCommand({ TopicArn: 'a', Message: 'done' }))"),
  ]

  private static let nodeAnswers: [LibraryCase] = [
    .node(.log, "", "console.log('got', event.x)", safe: "console.log('got it')"),
    .node(
      .log, "const winston = require('winston')\nconst logger = winston.createLogger()",
      "logger.info(`got ${event.x}`)", safe: "logger.info('got it')"),
    .node(
      .responseBody, "const express = require('express')\nconst app = express()",
      "app.get('/', (req, res) => { res.send('<p>' + req.query.name) })",
      safe: "app.get('/', (req, res) => { res.send('<p>' + require('escape-html')(req.query.name)) })"),
    .node(
      .redirect, "const express = require('express')\nconst app = express()",
      "app.get('/', (req, res) => { res.redirect(req.query.next) })",
      safe: "app.get('/', (req, res) => { res.redirect('/home?next=' + req.query.next) })"),
  ]
}
