extension Seeds {
  /// Made of parts: nothing that looks like a secret stands in the sources.
  static let secrets: [String] = {
    let body = "q7Rt5Yp2Lk9Mz3Xc8Vb1Nn6Qw4Er0Ty7Ui5Op3As"
    return [
      "key = '" + "AKI" + "AQAB7CDE2FGH3IJK4'\nsecret = '" + body + "'",
      "-----BEGIN RSA " + "PRIVATE KEY-----\\nMIIBOgIBAAJBAK\\n-----END RSA PRIVATE KEY-----",
      "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiJzaG9wIn0." + body + "abc",
      "postgres://shop:" + body + "@db.internal/orders?x=1",
      "Server=db;Database=shop;Password=" + body + ";\nDD_API_KEY: \"" + "0f1e2d3c4b5a69788796a5b4c3d2e1f0\"",
      "<add key=\"Password\" value=\"" + body + "\"/> machine h login u password " + body,
      "Authorization: Basic " + "c2hvcDpUcjB1YjRkb3I5 xoxb-123456789012-1234567890123-" + body.prefix(24),
    ]
  }()

  /// Names beside values, in every way that is read.
  static let namedSecrets: [String] = [
    "DB_PASSWORD=" + "hunter2!x\nexport API_TOKEN='a1b2' # c\n", "password: |\n  x\nsecret: !Ref A\n",
    "{\"name\": \"DB_PASSWORD\", \"value\": \"" + "hunter2!x\"}", "<password>" + "hunter2!x</password>",
    "set(\"token\", 'x1y2z3w4') || process.env.KEY ?? \"v\"", "mysql --password " + "hunter2!x -p",
    "a = \"{\\\"secret\\\": \\\"hunter2!x\\\"}\"", "ENV DB_PASSWORD " + "hunter2!x\nARG T=x",
  ]

  static let secretTokens = [
    "AKIA", "ghp_", "github_pat_", "glpat-", "xoxb-", "hooks.slack.com/services/T", "sk_live_", "sk-ant-",
    "T3BlbkFJ",
    "SG.", "AIza", ":AA", "eyJ", ".eyJ", "://", "@", "password=", "PASSWORD: ", "secret", "token\" => ",
    "api_key",
    "AccountKey=", "sig=", "&sv=20", "-----BEGIN ", "PRIVATE KEY-----", "Proc-Type: 4,ENCRYPTED", "Basic ",
    "Bearer ",
    "machine ", " login ", "_authToken=", "\"auth\"", "client-key-data: ", ":$2y$10$",
    "PuTTY-User-Key-File-3",
    "Private-Lines: ", "+ASt", "JQQJ9", "8Q~", "MDA", "=", "==", "value=", "AAAAAAAAAAAAAAAAAAAAA", "datadog",
  ]
}
