import TaintEngine

extension LibraryCase {
  static let pythonCases: [LibraryCase] =
    pythonPrograms + pythonQueries + pythonObjects + pythonRequests + pythonFiles + pythonClouds
    + pythonAnswers

  private static let pythonPrograms: [LibraryCase] = [
    .python(.osCommand, "import os", "os.system('ls ' + event['x'])", safe: "os.system('ls /tmp')"),
    .python(
      .osCommand, "import os\nimport shlex", "os.popen(f\"ls {event['x']}\")",
      safe: "os.popen('ls ' + shlex.quote(event['x']))"),
    .python(
      .osCommand, "import subprocess", "subprocess.run('ls ' + event['x'], shell=True)",
      safe: "subprocess.run(['ls', event['x']])"),
    .python(
      .osCommand, "import subprocess", "subprocess.check_output(['sh', '-c', 'ls ' + event['x']])",
      safe: "subprocess.check_output(['echo', '-c', event['x']])"),
    .python(
      .osCommand, "from subprocess import Popen, PIPE", "Popen('cat ' + event['x'], shell=True, stdout=PIPE)",
      safe: "Popen('cat /etc/hosts', shell=True, stdout=PIPE)"),
    .python(
      .osCommand, "import subprocess as sp", "sp.getoutput('id ' + event['x'])", safe: "sp.getoutput('id')"),
    .python(
      .osCommand, "import subprocess", "subprocess.call([event['program'], '-v'])",
      safe: "subprocess.call(['ls', '-v'])"),
    .python(
      .osCommand, "import asyncio",
      "asyncio.run(asyncio.create_subprocess_shell('ls ' + event['x']))",
      safe: "asyncio.run(asyncio.create_subprocess_shell('ls'))"),
    .python(
      .osCommand, "import paramiko",
      "c = paramiko.SSHClient()\nc.exec_command('ls ' + event['x'])",
      safe: "c = paramiko.SSHClient()\nc.exec_command('ls')"),
    .python(
      .osCommand, "import os", "os.execl(event['x'], 'a')", safe: "os.execl('/bin/ls', 'ls')"),
    .python(
      .commandArgument, "import subprocess", "subprocess.run(['tar', 'xf', event['x']])",
      safe: "subprocess.run(['tar', 'xf', '--', event['x']])"),
    .python(
      .commandArgument, "import subprocess", "subprocess.run(['/usr/bin/curl', event['url']])",
      safe: "subprocess.run(['echo', event['url']])"),
    .python(.codeExecution, "", "return eval(event['x'])", safe: "return eval('1 + 1')"),
    .python(.codeExecution, "", "exec('x = ' + event['x'])", safe: "x = event['x']"),
    .python(
      .codeExecution, "import importlib\nPLUGINS = ['a', 'b']", "importlib.import_module(event['x'])",
      safe: "if event['x'] in PLUGINS:\n  importlib.import_module(event['x'])"),
    .python(
      .codeExecution, "import pandas as pd", "pd.eval(event['x'])", safe: "pd.eval('1 + 1')"),
    .python(
      .template, "from jinja2 import Template", "return Template('Hi ' + event['x']).render()",
      safe: "return Template('Hi {{ x }}').render(x=event['x'])"),
    .python(
      .template, "import jinja2\nenv = jinja2.Environment()", "return env.from_string(event['x']).render()",
      safe: "return env.from_string('{{ x }}').render(x=event['x'])"),
    .python(
      .regularExpression, "import re", "re.search(event['x'], 'abc')",
      safe: "re.search(re.escape(event['x']), 'abc')"),
  ]

  private static let pythonQueries: [LibraryCase] = [
    .python(
      .sql, "import pymysql\nconn = pymysql.connect(host='db')",
      "cur = conn.cursor()\ncur.execute(\"SELECT * FROM t WHERE id = '%s'\" % event['id'])",
      safe: "cur = conn.cursor()\ncur.execute('SELECT * FROM t WHERE id = %s', (event['id'],))"),
    .python(
      .sql, "import psycopg2",
      "with psycopg2.connect('x') as c:\n  with c.cursor() as cur:\n    cur.execute('SELECT ' + event['id'])",
      safe:
        "with psycopg2.connect('x') as c:\n  with c.cursor() as cur:\n    cur.execute('SELECT %s', [event['id']])"
    ),
    .python(
      .sql, "import psycopg2\nfrom psycopg2 import sql\nconn = psycopg2.connect('x')",
      "conn.cursor().execute(sql.SQL('SELECT * FROM ' + event['t']))",
      safe: "conn.cursor().execute(sql.SQL('SELECT * FROM {}').format(sql.Identifier(event['t'])))"),
    .python(
      .sql, "import sqlite3", "sqlite3.connect('/tmp/x').execute('DELETE FROM t WHERE id=' + event['id'])",
      safe: "sqlite3.connect('/tmp/x').execute('DELETE FROM t WHERE id=?', (event['id'],))"),
    .python(
      .sql, "import mysql.connector\ndb = mysql.connector.connect()",
      "cursor = db.cursor(dictionary=True)\ncursor.execute(f\"SELECT * FROM u WHERE n='{event['n']}'\")",
      safe: "cursor = db.cursor(dictionary=True)\ncursor.execute('SELECT * FROM u WHERE n=%s', (event['n'],))"
    ),
    .python(
      .sql, "from sqlalchemy import create_engine, text\nengine = create_engine('x')",
      "with engine.connect() as c:\n  c.execute(text('SELECT * FROM t WHERE id=' + event['id']))",
      safe:
        "with engine.connect() as c:\n  c.execute(text('SELECT * FROM t WHERE id=:i'), {'i': event['id']})"),
    .python(
      .sql, "import sqlalchemy as sa\nengine = sa.create_engine('x')",
      "engine.execute('SELECT * FROM t WHERE id=' + event['id'])",
      safe: "engine.connect().execute(sa.select(sa.table('t')).where(sa.column('id') == event['id']))"),
    .python(
      .sql, "import pandas as pd\nimport sqlite3",
      "pd.read_sql('SELECT ' + event['c'], sqlite3.connect('x'))",
      safe: "pd.read_sql('SELECT ?', sqlite3.connect('x'), params=[event['c']])"),
    .python(
      .sql, "import boto3\nrds = boto3.client('rds-data')",
      "rds.execute_statement(resourceArn='r', secretArn='s', sql='SELECT ' + event['c'])",
      safe:
        "rds.execute_statement(resourceArn='r', secretArn='s', sql='SELECT :c', parameters=[{'name': 'c', 'value': {'stringValue': event['c']}}])"
    ),
    .python(
      .sql, "import boto3\nathena = boto3.client('athena')",
      "athena.start_query_execution(QueryString=\"SELECT '\" + event['c'] + \"'\")",
      safe:
        "athena.start_query_execution(QueryString='SELECT ?', ExecutionParameters=[event['c']])"),
    .python(
      .sql, "import boto3\nd = boto3.client('dynamodb')",
      "d.execute_statement(Statement=\"SELECT * FROM t WHERE id='\" + event['id'] + \"'\")",
      safe:
        "d.execute_statement(Statement='SELECT * FROM t WHERE id=?', Parameters=[{'S': event['id']}])"),
    .python(
      .sql, "import asyncpg",
      "import asyncio\nasync def go():\n  c = await asyncpg.connect()\n  return await c.fetch('SELECT ' + event['c'])\nreturn asyncio.run(go())",
      safe:
        "import asyncio\nasync def go():\n  c = await asyncpg.connect()\n  return await c.fetch('SELECT $1', event['c'])\nreturn asyncio.run(go())"
    ),
    .python(
      .nosql, "import boto3\nt = boto3.resource('dynamodb').Table('t')",
      "t.scan(FilterExpression='a = ' + event['x'])",
      safe:
        "t.scan(FilterExpression='a = :x', ExpressionAttributeValues={':x': event['x']})"),
    .python(
      .nosql, "import json\nfrom pymongo import MongoClient\ndb = MongoClient().shop",
      "db.users.find_one({'name': json.loads(event['body'])['name']})",
      safe: "db.users.find_one({'name': str(json.loads(event['body'])['name'])})"),
    .python(
      .ldapFilter, "import ldap\nc = ldap.initialize('ldap://x')",
      "c.search_s('dc=x', ldap.SCOPE_SUBTREE, '(uid=' + event['u'] + ')')",
      safe:
        "import ldap.filter\nc.search_s('dc=x', ldap.SCOPE_SUBTREE, '(uid=' + ldap.filter.escape_filter_chars(event['u']) + ')')"
    ),
    .python(
      .xpath, "from lxml import etree\ntree = etree.parse('users.xml')",
      "tree.xpath(\"//user[@name='\" + event['u'] + \"']\")",
      safe: "tree.xpath('//user[@name=$n]', n=event['u'])"),
  ]

  private static let pythonObjects: [LibraryCase] = [
    .python(
      .deserialization, "import pickle, base64", "pickle.loads(base64.b64decode(event['x']))",
      safe: "import json\njson.loads(base64.b64decode(event['x']))"),
    .python(
      .deserialization, "import yaml", "yaml.load(event['x'], Loader=yaml.Loader)",
      safe: "yaml.load(event['x'], Loader=yaml.SafeLoader)"),
    .python(.deserialization, "import yaml", "yaml.load(event['x'])", safe: "yaml.safe_load(event['x'])"),
    .python(
      .deserialization, "import jsonpickle", "jsonpickle.decode(event['x'])",
      safe: "jsonpickle.encode(event['x'])"),
    .python(
      .deserialization, "import numpy as np", "np.load(event['x'], allow_pickle=True)",
      safe: "np.load(event['x'])"),
    .python(
      .xmlEntities, "from lxml import etree", "etree.fromstring(event['body'])",
      safe: "etree.fromstring(event['body'], etree.XMLParser(resolve_entities=False))"),
  ]

  private static let pythonRequests: [LibraryCase] = [
    .python(
      .requestURL, "import requests", "requests.get(event['url'])",
      safe: "requests.get('https://api.example.com/users/' + event['id'])"),
    .python(
      .requestURL, "import requests", "requests.post('https://' + event['host'] + '/x', json={})",
      safe: "requests.post('https://example.com/x', json={'a': event['a']})"),
    .python(
      .requestURL, "import urllib.request", "urllib.request.urlopen(urllib.request.Request(event['url']))",
      safe: "urllib.request.urlopen('https://example.com/?q=' + event['q'])"),
    .python(
      .requestURL, "import urllib3\nhttp = urllib3.PoolManager()", "http.request('GET', event['url'])",
      safe: "http.request('GET', 'https://example.com/')"),
    .python(
      .requestURL, "import httpx", "httpx.Client().get(event['url'])",
      safe: "httpx.Client().get('https://example.com/a?b=' + event['b'])"),
    .python(
      .requestURL, "import requests\ns = requests.Session()", "s.request('GET', event['url'])",
      safe: "s.request('GET', 'https://example.com/', params={'q': event['q']})"),
    .python(
      .requestURL, "import http.client", "http.client.HTTPSConnection(event['host'])",
      safe: "http.client.HTTPSConnection('example.com')"),
    .python(
      .emailHeader, "import smtplib",
      "smtplib.SMTP('localhost').sendmail('a@example.com', event['to'], 'Hello')",
      safe: "smtplib.SMTP('localhost').sendmail('a@example.com', 'b@example.com', 'Hello')"),
    .python(
      .prompt, "from openai import OpenAI\nclient = OpenAI()",
      "client.chat.completions.create(model='m', messages=[{'role': 'user', 'content': event['q']}])",
      safe:
        "client.chat.completions.create(model='m', messages=[{'role': 'user', 'content': 'Hello'}])"),
  ]

  private static let pythonFiles: [LibraryCase] = [
    .python(
      .filePath, "import os", "open(os.path.join('/tmp', event['name'])).read()",
      safe: "open(os.path.join('/tmp', os.path.basename(event['name']))).read()"),
    .python(
      .filePath, "from pathlib import Path", "Path('/tmp', event['name']).read_text()",
      safe: "Path('/tmp', 'fixed').read_text()"),
    .python(
      .filePath, "import shutil", "shutil.copy('/tmp/a', '/tmp/' + event['name'])",
      safe: "shutil.copy('/tmp/a', '/tmp/b')"),
    .python(
      .filePath, "from werkzeug.utils import secure_filename", "open('/tmp/' + event['name'], 'w')",
      safe: "open('/tmp/' + secure_filename(event['name']), 'w')"),
    .python(
      .filePath, "import boto3\ns3 = boto3.client('s3')",
      "key = event['Records'][0]['s3']['object']['key']\ns3.download_file('b', 'k', '/tmp/' + key)",
      safe:
        "import uuid\ns3.download_file('b', 'k', '/tmp/' + str(uuid.uuid4()))"),
    .python(
      .archiveExtraction, "import tarfile, io, base64",
      "tarfile.open(fileobj=io.BytesIO(base64.b64decode(event['body']))).extractall('/tmp')",
      safe:
        "tarfile.open(fileobj=io.BytesIO(base64.b64decode(event['body']))).extractall('/tmp', filter='data')"),
  ]

  private static let pythonClouds: [LibraryCase] = [
    .python(
      .cloudResource, "import boto3\nimport os\ns3 = boto3.client('s3')",
      "s3.get_object(Bucket=event['bucket'], Key='k')", safe: "s3.get_object(Bucket=os.environ['B'], Key='k')"
    ),
    .python(
      .cloudKey, "import boto3\ns3 = boto3.Session().client(service_name='s3')",
      "s3.get_object(Bucket='b', Key=event['k'])", safe: "s3.get_object(Bucket='b', Key='k')"),
    .python(
      .cloudResource, "import boto3\ndb = boto3.resource('dynamodb')", "db.Table(event['t']).scan()",
      safe: "db.Table('t').scan()"),
    .python(
      .cloudKey, "import boto3\ntable = boto3.resource('dynamodb').Table('t')",
      "table.get_item(Key={'id': event['id']})", safe: "table.get_item(Key={'id': 'fixed'})"),
    .python(
      .cloudKey,
      "import boto3\nfrom boto3.dynamodb.conditions import Key\ntable = boto3.resource('dynamodb').Table('t')",
      "table.query(KeyConditionExpression=Key('id').eq(event['id']))",
      safe: "table.query(KeyConditionExpression=Key('id').eq('fixed'))"),
    .python(
      .cloudPayload, "import boto3\nimport json\nsqs = boto3.client('sqs')",
      "sqs.send_message(QueueUrl='q', MessageBody=json.dumps(event['x']))",
      safe: "sqs.send_message(QueueUrl='q', MessageBody='done')"),
    .python(
      .cloudPayload, "import boto3\nbus = boto3.client('events')",
      "bus.put_events(Entries=[{'Source': 's', 'DetailType': 'd', 'Detail': event['x']}])",
      safe: "bus.put_events(Entries=[{'Source': 's', 'DetailType': 'd', 'Detail': '{}'}])"),
    .python(
      .massAssignment, "import boto3, json\ntable = boto3.resource('dynamodb').Table('t')",
      "table.put_item(Item=json.loads(event['body']))",
      safe: "body = json.loads(event['body'])\ntable.put_item(Item={'id': body['id'], 'name': body['name']})"),
    .python(
      .cloudResource, "import boto3",
      "boto3.client('sts').assume_role(RoleArn=event['role'], RoleSessionName='s')",
      safe: "boto3.client('sts').assume_role(RoleArn='arn:aws:iam::1:role/r', RoleSessionName='s')"),
    .python(
      .osCommand, "import boto3",
      "boto3.client('ssm').send_command(DocumentName='d', Parameters={'commands': [event['x']]})",
      safe: "boto3.client('ssm').send_command(DocumentName='d', Parameters={'commands': ['ls']})"),
    .python(
      .prompt, "import boto3\nimport json\nb = boto3.client('bedrock-runtime')",
      "b.invoke_model(modelId='m', body=json.dumps({'prompt': event['q']}))",
      safe: "b.invoke_model(modelId='m', body=json.dumps({'prompt': 'Hello'}))"),
  ]

  private static let pythonAnswers: [LibraryCase] = [
    .python(
      .log, "import logging\nlog = logging.getLogger()", "log.info('got %s', event['x'])",
      safe: "log.info('got it')"),
    .python(
      .log, "from aws_lambda_powertools import Logger\nlogger = Logger()", "logger.info(event)",
      safe: "logger.info('x')"),
    .python(.log, "", "print(event)", safe: "print('ready')"),
    .python(
      .redirect, "from flask import redirect", "return redirect(event['next'])",
      safe: "return redirect('/home?next=' + event['next'])"),
    .python(
      .responseBody, "import flask, html", "return flask.make_response('<p>' + event['x'])",
      safe: "return flask.make_response('<p>' + html.escape(event['x']))"),
  ]
}
