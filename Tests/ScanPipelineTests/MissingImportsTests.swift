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
}
