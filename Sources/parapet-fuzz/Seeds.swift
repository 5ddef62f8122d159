/// Small inputs to start from, and the words of each format.
enum Seeds {
  static func inputs(for target: FuzzTarget) -> [[UInt8]] {
    let texts: [String] =
      switch target {
      case .yaml: [yaml, cloudFormation, serverless]
      case .json: [json, policy, parameters]
      case .cloudformation: [cloudFormation, stateMachine, loops]
      case .sam: [sam, cloudFormation]
      case .serverless: [serverless]
      case .parameters: [parameters, parametersMap, "[Stage=prod, 'Names=a,b']"]
      case .policy: [policy, definition, openAPI]
      case .decision: [policy, identityPolicy]
      case .suppressions: [suppressions]
      case .configuration: [configuration]
      case .python: [python, pythonClasses]
      case .javascript: [javaScript, javaScriptClasses]
      case .typescript: [typeScript, javaScriptClasses]
      case .pythonProgram: [pythonProgram, python]
      case .javaScriptProgram: [javaScriptProgram, javaScript]
      case .osv: [osv, osvOfGo]
      case .rubySec: [rubySec]
      case .workingGroup: [workingGroup]
      case .retire: [retire, knownExploited]
      case .predictions: [predictions]
      case .secrets: secrets
      case .secretFiles: secrets + namedSecrets
      case .vex: [openVEX, cycloneDX]
      case .packageURL: packageURLs
      case .bill: packageURLs + licences
      case .version: versions
      case .requirement: requirements
      case .score: vectors
      case .licence: licenceTexts
      case .toml: [pythonProject, pythonLock]
      case .npmManifest: [npmManifest]
      case .npmLock: [npmLock]
      case .yarnLock: [yarnClassic, yarnBerry]
      case .pnpmLock: [pnpmNine, pnpmFive]
      case .bunLock: [bunLock]
      case .requirements: [requirementsFile]
      case .pythonProject: [pythonProject]
      case .pipfileLock: [#"{"_meta": {}, "default": {"a": {"version": "==1.0", "hashes": ["sha256:ab"]}}}"#]
      case .poetryLock, .uvLock, .pythonLock: [pythonLock]
      case .setupConfiguration: [setupConfiguration]
      case .setupScript: [setupScript]
      case .gemfile: [gemfile]
      case .gemfileLock: [gemfileLock]
      case .swiftManifest: [swiftManifest]
      case .swiftResolved: [swiftResolved]
      case .xml: xmlDocuments
      case .enforcementPolicy: [enforcementPolicy]
      case .enforcementEvents: enforcementEvents
      case .templateEditing: [sam, serverless, cloudFormation, loops]
      case .archive, .native, .packageList, .history, .compiledPolicy: []
      }
    switch target {
    case .archive: return archives
    case .history: return histories
    case .native: return programs
    case .packageList: return packageLists
    case .compiledPolicy: return compiledPolicies
    default: break
    }
    return texts.map { Array($0.utf8) }
  }

  static func tokens(for target: FuzzTarget) -> [String] {
    let common = [
      "\n", "  ", "\t", "\"", "'", ":", ": ", "- ", "[", "]", "{", "}", ",", "#", "*", "\\", "\\u", "\\ud800",
      "\u{0}",
      "\u{FEFF}", "\u{2028}", "\u{E000}0\u{E001}", "é", "null", "~", "true", "-1", "0", "1e999",
      "9223372036854775807",
      "9223372036854775808", "-9223372036854775808", "0x7f", ".inf", ".nan", "1.5",
    ]
    let yaml = [
      "&a ", "*a", "<<: *a\n", "<<: ", "? ", "|\n", ">-\n", "---\n", "...\n", "%YAML 1.1\n", "!!binary ",
      "! ",
    ]
    let functions = [
      "!Sub ", "!Ref ", "!GetAtt ", "!If [", "!Join ", "!Select ", "!Split ", "!Cidr ", "!FindInMap ",
      "!Transform ", "${",
      "${A}", "${!A}", "}", "${AWS::Region}", "{{resolve:", "{{resolve:ssm:/a:1}}",
      "{{resolve:secretsmanager:a}}",
      "Fn::If", "Fn::Sub", "Fn::ForEach::X", "Fn::GetAtt", "Fn::Length", "Fn::ToJsonString", "Fn::Cidr",
      "Fn::Select",
      "Fn::Split", "Fn::Transform", "Fn::ImportValue", "Fn::GetAZs", "Ref", "Condition: ", "DependsOn: ",
      "AWS::NoValue",
      "Properties: ", "Type: AWS::Lambda::Function", "Type: AWS::Serverless::Function",
      "Type: AWS::Serverless::Api",
      "Events: ", "Policies: ", "arn:aws:", "arn:aws:iam::aws:policy/", "::", "/",
    ]
    let variables = [
      "${self:", "${self:custom}", "${opt:stage, 'dev'}", "${file(a.yml):x}", "${env:A}", "${ssm:/a}",
      "${cf:a.b}", "${sls:stage}",
      "${param:a}", "${strToBool(", "${self:custom.${self:custom.a}}", "functions:", "provider:", "events:",
      "http: ", "rate(1 day)",
      "cron(", "s3: ", "sqs: ", "stream: ", "httpApi: ", "'*'", "resources:", "extensions:",
    ]
    let comments = [
      "# parapet:ignore ", "parapet:ignore", " reason=\"", "until=", "until=2027-01-31", "sas4-admin", "// ",
      "*/", "\r",
    ]
    let settings = [
      "profile: ", "trusted-accounts: ", "123456789012", "options: ", "max-errors: ", "hourly-budget: ",
      "disable: ",
    ]
    let python = [
      "    ", "\n    ", "\\\n", "def f(", "class A", "lambda ", "\"\"\"", "f\"{", "}\"", "rb'", "`", "(", ")",
      "*",
      "**", "@", ":=", "->", " if ", " else ", "elif ", " for ", " in ", "async ", "await ", "yield from ",
      "not ", " and ", "with ", " as ", "try:\n", "except ", "match x:\n case ", "case ", "import ", "from .",
      "print ", "global ", "del ", "...", "0x", "1_0", ";", "=", "+=", "<>", "<", "%", ".",
    ]
    return switch target {
    case .yaml: common + yaml + functions
    case .json, .parameters: common
    case .cloudformation, .sam, .templateEditing: common + yaml + functions
    case .serverless: common + yaml + functions + variables
    case .policy:
      common + functions + [
        "\"Action\"", "\"Principal\"", "\"Condition\"", "\"NotAction\"", "\"AWS\"", "$.", "States.",
      ]
    case .decision: common + policyTokens
    case .suppressions: common + comments
    case .configuration: common + yaml + settings
    case .python, .pythonProgram: common + python
    case .javascript, .typescript, .javaScriptProgram: common + javaScriptTokens
    case .osv, .workingGroup, .retire: common + advisoryTokens
    case .rubySec: common + yaml + advisoryTokens
    case .predictions: common + ["CVE-2024-1234,", "0.5,", "1e-9", "inf", "cve,epss,percentile\n"]
    case .secrets, .secretFiles: common + secretTokens
    case .vex, .packageURL, .bill: common + billTokens
    case .version, .requirement, .score, .licence: common + versionTokens
    case .toml, .npmManifest, .npmLock, .yarnLock, .pnpmLock, .bunLock, .requirements, .pythonProject,
      .pipfileLock, .poetryLock, .uvLock, .pythonLock, .setupConfiguration, .setupScript, .gemfile,
      .gemfileLock, .swiftManifest, .swiftResolved:
      common + manifestTokens
    case .archive, .xml, .native, .packageList: common + packageTokens
    case .enforcementPolicy: common + yaml + enforcementTokens
    case .compiledPolicy: ["\u{0}", "\u{1}", "PARAPET\u{0}"]
    case .enforcementEvents: common + eventTokens
    case .history: common + ["tree ", "parent ", "100644 a\u{0}", "40000 d\u{0}", "\u{2}", "\u{7}", "\u{6}"]
    }
  }

  private static let policyTokens = [
    "\"Action\"", "\"NotAction\"", "\"Resource\"", "\"NotResource\"", "\"Principal\"", "\"Condition\"",
    "\"Effect\": \"Allow\"", "\"Deny\"", "\"2012-10-17\"", "arn:aws:s3:::", "s3:GetObject", "dynamodb:*",
    "private:*",
    "${aws:username}", "${aws:PrincipalTag/a, 'b'}", "${*}", "${$}", "?", "ForAllValues:", "ForAnyValue:",
    "IfExists",
    "StringLike", "NumericLessThan", "DateGreaterThan", "IpAddress", "2001:db8::/32", "ArnLike", "Null",
    "Bool",
    "BinaryEquals", "2027-01-31T08:00:00Z",
  ]
}
