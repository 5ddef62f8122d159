import FindingModel
import ScanPipeline
import Testing

/// Imports that lead nowhere are named, once each; all others are not.
@Suite struct MissingImportsTests {
  private static func template(_ handler: String, _ runtime: String) -> String {
    """
    AWSTemplateFormatVersion: "2010-09-09"
    Transform: AWS::Serverless-2016-10-31
    Resources:
      F:
        Type: AWS::Serverless::Function
        Properties: {Runtime: \(runtime), Handler: \(handler), CodeUri: src}
    """
  }

  private func notFollowed(_ files: [String: String]) throws -> [String] {
    try TemporaryTree(files).scan().notChecked.map(\.reason).filter { $0.contains("is not followed") }
  }

  @Test func namesMissingScriptsAndPackagesOnce() throws {
    let reasons = try notFollowed([
      "template.yaml": Self.template("index.handler", "nodejs24.x"),
      "package.json": #"{"dependencies": {"declared": "1"}}"#,
      "src/index.js": """
      const put = require('./put.js');
      const other = require("./other");
      const stranger = require('@some/stranger/part');
      const declared = require('declared');
      const fs = require('node:fs');
      const aws = require('@aws-sdk/client-s3');
      const data = require('./data');
      exports.handler = async (event) => put(event);
      """,
      "src/other.js": "const again = require('@some/stranger');",
      "src/data.json": "{}",
    ])
    #expect(reasons.count == 2)
    #expect(reasons.contains { $0.hasPrefix("line 1: the import './put.js'") })
    #expect(reasons.contains { $0.contains("'@some/stranger'") })
  }

  @Test func namesMissingModulesOfPythonOnce() throws {
    let reasons = try notFollowed([
      "template.yaml": Self.template("app.handler", "python3.14"),
      "src/requirements.txt": "python-jose[cryptography]>=3\nPyYAML\n",
      "src/app.py": """
      import json, os.path
      import yaml
      import boto3
      from jose import jwt
      from stranger.part import run
      from lib import tools
      from . import gone
      try:
          import faster
      except ImportError:
          faster = None
      def handler(event, context):
          return tools.run(event)
      """,
      "src/lib/tools.py": "import stranger\ndef run(event): return 1",
    ])
    #expect(reasons.count == 2)
    #expect(reasons.contains { $0.contains("'stranger'") })
    #expect(reasons.contains { $0.contains("'.gone'") })
  }

  @Test func staysQuietForTypesAndLayersOfOthers() throws {
    let reasons = try notFollowed([
      "template.yaml": """
      AWSTemplateFormatVersion: "2010-09-09"
      Transform: AWS::Serverless-2016-10-31
      Resources:
        F:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: nodejs24.x
            Handler: index.handler
            CodeUri: src
            Layers: ["arn:aws:lambda:eu-west-1:123456789012:layer:tools:3"]
      """,
      "src/index.ts": """
      import { Event } from './types';
      import tool from 'tool-of-the-layer';
      export const handler = async (event: Event) => tool(event);
      """,
    ])
    #expect(reasons.isEmpty)
  }

  @Test(arguments: [
    ("requirements.txt", "../common/"), ("requirements.txt", "-e ../common"),
    ("requirements.txt", "common @ file:../common"), ("requirements.txt", "-r ../more.txt"),
    ("Pipfile", "[packages]\ncommon = { path = \"../common\" }"),
    ("pyproject.toml", "[tool.poetry.dependencies]\ncommon = { path = \"../common\", develop = true }"),
    ("pyproject.toml", "[project]\nname = \"x\"\ndependencies = [\"common @ file:../common\"]"),
  ]) func followsFoldersThatAreInstalled(_ name: String, _ text: String) throws {
    let reasons = try notFollowed([
      "template.yaml": Self.template("app.handler", "python3.14"),
      "src/" + name: text, "more.txt": "./common\n",
      "common/setup.py": "", "common/src/tools/__init__.py": "import gone",
      "src/app.py": "import tools\ndef handler(event, context):\n    return 1\n",
    ])
    // Of the one in the folder, which is therefore read.
    #expect(reasons.count == 1)
    #expect(reasons.contains { $0.contains("'gone'") })
  }

  @Test func packagesOfPythonAreKnownByTheirOtherNames() throws {
    let reasons = try notFollowed([
      "template.yaml": Self.template("app.handler", "python3.14"),
      "src/pyproject.toml": """
      [project]
      name = "own-project"
      dependencies = ["Pillow>=10", "google-cloud-storage"]
      [dependency-groups]
      test = ["slack_sdk"]
      [tool.other]
      text = "stranger"
      """,
      "src/app.py": """
      import PIL, slack, google.cloud.storage, own_project
      import stranger
      def handler(event, context):
          return 1
      """,
    ])
    #expect(reasons.count == 1)
    #expect(reasons.contains { $0.contains("'stranger'") })
  }

  @Test(arguments: ["file:../tools", "link:../tools", "../tools"])
  func followsPackagesOfScriptsThatAreFolders(_ place: String) throws {
    let reasons = try notFollowed([
      "template.yaml": Self.template("index.handler", "nodejs24.x"),
      "src/package.json": "{\"devDependencies\": {\"tools\": \"\(place)\"}}",
      "tools/package.json": #"{"main": "run.js"}"#, "tools/run.js": "require('gone');",
      "src/index.js": "const run = require('tools');\nexports.handler = async (event) => run(event);",
    ])
    #expect(reasons.count == 1)
    #expect(reasons.contains { $0.contains("'gone'") })
  }
}
