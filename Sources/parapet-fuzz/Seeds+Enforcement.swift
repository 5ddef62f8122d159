internal import EnforcementPolicy

extension Seeds {
  static let enforcementPolicy = """
    version: 1
    function: Convert
    mode: block
    enforce-after: 2026-12-15T08:30:00Z
    on-invalid-policy: closed
    announce: false
    writable-directories: [/tmp, /mnt/data]
    controls:
      executables:
        allow:
          - /usr/bin/*
          - {path: /var/task/bin/x, credentials: true, writable: true,
             sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855}
      forbidden-executables: {groups: [shells, miners], names: ["evil*"], except: [sh]}
      tmp-writes: {mode: alert, allow: [/tmp/work/**]}
      library-injection: {allow: [NODE_OPTIONS]}
      egress:
        services: [s3, dynamodb]
        regions: [eu-central-1]
        hosts: ["*.example.com:443"]
        networks: [10.0.0.0/8:5432, "[fd00::]/8:443"]
      source-code: {files: [/var/task/**]}
      honeypots:
        seed: 00112233445566778899aabbccddeeff
        variables: [BACKUP_PASSWORD, {name: TOKEN, value: "a=b"}]
        files: [/opt/.aws/credentials]
      credentials: off

    """

  static let enforcementTokens = [
    "/tmp/", "**", "?", "/../", "//", ":0", ":65536", "::/0", "/129", "xn--", "\u{1B}[31m", "off", "{path: ",
    "T24:00:00Z",
    "00000000000000000000000000000000",
  ]

  /// What a seed cannot be made of is left out.
  static var compiledPolicies: [[UInt8]] {
    [enforcementPolicy, "version: 1\nfunction: F\n"].compactMap { text in
      PolicyDocument.read(Array(text.utf8), path: "policy.yaml").policy.flatMap {
        try? PolicyCompiler.compile($0)
      }
    }
  }

  static let enforcementEvents = [
    #"""
    START
    2026 {"class_uid":2004,"resources":[{"name":"Convert"}],"evidences":[{"process":{"file":{"path":"/tmp/x","hashes":[{"algorithm_id":3,"value":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}]}}}],"unmapped":{"parapet":{"control":"executables","reason":"allowed","decision":"observed"}}}
    """#,
    #"{"message":"{\"class_uid\":2004,\"evidences\":[{\"dst_endpoint\":{\"port\":443,\"hostname\":\"a.s3.eu-west-1.amazonaws.com\"}}],\"unmapped\":{\"parapet\":{\"control\":\"egress\",\"reason\":\"host\",\"decision\":\"alerted\"}}}"}"#,
    #"1,"{""class_uid"":2004,""evidences"":[{""file"":{""path"":""/tmp/a""}}],""unmapped"":{""parapet"":{""control"":""tmp-writes"",""reason"":""allowed"",""decision"":""observed""}}}""#,
  ]

  static let eventTokens = [
    "{\"class_uid\":2004", "{\\\"class_uid\\\":2004", "{\"\"class_uid\"\":2004", "\\\\", "\"\"", "}}}",
    "\"control\":",
    "\"hashes\"", "\"hostname\":\"", "\"ip\":\"::1\"", "\\u000a",
  ]
}
