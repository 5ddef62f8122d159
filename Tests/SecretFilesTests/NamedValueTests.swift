import FindingModel
import SecretDetection
import SecretFiles
import Testing

/// One line of a file, and whether a reader sees a secret in it.
struct LineCase: CustomTestStringConvertible, Sendable {
  let path: String
  let line: String
  var testDescription: String { "\(path): \(line)" }

  init(_ path: String, _ line: String) {
    self.path = path
    self.line = line
  }

  var found: [FileSecret] { FileSecrets.secrets(in: Array((line + "\n").utf8), path: path) }
}

/// Literals beside names, in every way that languages and settings write them.
@Suite struct NamedValueTests {
  @Test(arguments: [
    LineCase("app.py", "DB_PASSWORD = 'hunter2!x'"),
    LineCase("app.py", #"password: str = "hunter2!x""#),
    LineCase("app.py", #"conn = connect(host=h, password="hunter2!x", port=1)"#),
    LineCase("app.py", #"os.environ["DB_PASSWORD"] = "hunter2!x""#),
    LineCase("app.py", #"os.environ.get("DB_PASSWORD", "hunter2!x")"#),
    LineCase("app.py", #"secret = "hunter2!x".encode()"#),
    LineCase("app.py", #"headers = {"Authorization": "Bearer q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1N"}"#),
    LineCase("app.js", "const apiKey = 'q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1N';"),
    LineCase("app.js", "  password: `hunter2!x`,"),
    LineCase("app.js", "const s = process.env.JWT_SECRET || 'hunter2!x'"),
    LineCase("app.js", "const s = process.env.JWT_SECRET ?? \"hunter2!x\""),
    LineCase("app.ts", "private readonly password: string = 'hunter2!x';"),
    LineCase("Main.java", #"String dbPassword = "hunter2!x";"#),
    LineCase("Main.java", #"config.setProperty("db.password", "hunter2!x");"#),
    LineCase("main.go", #"password := "hunter2!x""#),
    LineCase("main.rb", ":password => 'hunter2!x'"),
    LineCase("Program.cs", #"public string Password = @"hunter2!x";"#),
    LineCase("wp.php", "define('DB_PASSWORD', 'hunter2!x');"),
    LineCase(".env", "DB_PASSWORD=hunter2"),
    LineCase(".env", "export API_TOKEN=q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1N # of the shop"),
    LineCase("prod.env", "MYSQL_ROOT_PASSWORD=swordfish"),
    LineCase("application.properties", "spring.datasource.password=hunter2!x"),
    LineCase("setup.ini", "password = hunter2!x"),
    LineCase("main.tf", #"  password = "hunter2!x""#),
    LineCase("prod.tfvars", #"db_password = "hunter2!x""#),
    LineCase("docker-compose.yml", "      POSTGRES_PASSWORD: hunter2!x"),
    LineCase("docker-compose.yml", "      - POSTGRES_PASSWORD=hunter2!x"),
    LineCase("task.yaml", "- name: DB_PASSWORD\n  value: hunter2!x"),
    LineCase("task.json", #"{ "name": "DB_PASSWORD", "value": "hunter2!x" }"#),
    LineCase("parameters.json", #"{"ParameterKey": "DbPassword", "ParameterValue": "hunter2!x"}"#),
    LineCase("samconfig.toml", #"parameter_overrides = "Stage=prod DbPassword=hunter2!x Other=1""#),
    LineCase("samconfig.toml", ##"parameter_overrides = "DbPassword=\"hunter2!x\"""##),
    LineCase("web.config", "<password>hunter2!x</password>"),
    LineCase("web.config", #"<add key="DbPassword" value="hunter2!x" />"#),
    LineCase("settings.json", #"  "clientSecret": "q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1N","#),
    LineCase("deploy.sh", "mysql --user root --password hunter2!x shop"),
    LineCase("deploy.sh", "export DB_PASSWORD=hunter2!x; run"),
    LineCase("buildspec.yml", "    - docker login --username shop --password=hunter2!x"),
    LineCase("deploy.sh", "curl -s -u deploy:hunter2!x https://shop.dev"),
    LineCase("build.yml", "  - run: curl --user 'deploy:hunter2!x' https://shop.dev"),
    LineCase("Dockerfile", "RUN curl -u deploy:hunter2!x https://shop.dev/a"),
    LineCase("Dockerfile", "ENV DB_PASSWORD=hunter2!x"),
    LineCase("Dockerfile", "ENV DB_PASSWORD hunter2!x"),
    LineCase("Dockerfile", "ARG NPM_TOKEN=q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1N"),
    LineCase("train.ipynb", ##"    "password = \"hunter2!x\"\n","##),
    LineCase(".npmrc", "//registry.npmjs.org/:_authToken=" + "q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1N"),
    LineCase(".netrc", "password hunter2!x"),
    LineCase("state.asl.json", #""Headers": {"Authorization": "Bearer q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1N"}"#),
    LineCase("code.unknown", "api_key = q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1N"),
  ])
  func isASecret(_ item: LineCase) throws {
    let found = item.found.filter { $0.profile == .default }
    #expect(found.count == 1)
    let secret = try #require(found.first)
    #expect(secret.confidence >= .medium)
    // The place is that of the value itself.
    let lines = item.line.split(separator: "\n")
    let line = lines[Int(secret.location.line) - 1].utf8
    let start = line.index(line.startIndex, offsetBy: Int(secret.location.column) - 1)
    let end = line.index(line.startIndex, offsetBy: Int(secret.location.endColumn) - 1)
    #expect(String(line[start..<end]) == secret.secret.value)
  }

  @Test(arguments: [
    LineCase("app.py", "password = get_password()"),
    LineCase("app.py", "password = os.environ['DB_PASSWORD']"),
    LineCase("app.py", #"if password == "hunter2!x":"#),
    LineCase("app.py", #"password = input("Password: ")"#),
    LineCase("app.py", #"raise ValueError("password: must have 8 characters")"#),
    LineCase("app.py", #"token = f"{user}:{stamp}""#),
    LineCase("app.py", #"PASSWORD = "password""#),
    LineCase("app.py", #"SECRET_NAME = "prod/shop/db-2024""#),
    LineCase("app.py", #"secret_key = "AWS_SECRET_KEY""#),
    LineCase("app.py", #"key = "prefix-1234" + name"#),
    LineCase("app.py", #"fields = ["username", "password", "token12345", "key-98765"]"#),
    LineCase("app.py", #"client_token = "a8ca07e4-61ec-4399-99f4-19853801bcd5""#),
    LineCase("app.js", "const { password } = req.body;"),
    LineCase("app.js", "password: { type: 'string', minLength: 8 },"),
    LineCase("app.js", "const token = `${header}.${body}.x9`;"),
    LineCase("app.js", "'password': 'auth/wrong-password',"),
    LineCase("app.js", "errors.password = 'Must have 8 characters'"),
    LineCase("app.js", "const tokenUrl = 'https://example.com/oauth2/token';"),
    LineCase("app.ts", "password: string;"),
    LineCase("app.ts", "type Kind = 'password' | 'token1234567';"),
    LineCase("main.go", #"Password string `json:"password" env:"DB_PASSWORD"`"#),
    LineCase("Main.java", #"@Value("${db.password}") private String password;"#),
    LineCase(".env", "DB_PASSWORD="),
    LineCase(".env", "DB_PASSWORD=${SECRET}"),
    LineCase(".env", "DB_PASSWORD=changeme"),
    LineCase(".env", "SECRET_ARN=arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-AbCdEf"),
    LineCase(".env.example", "DB_PASSWORD=hunter2!x"),
    LineCase("config.yml", "password: !Ref DbPassword"),
    LineCase("config.yml", "password: '{{resolve:secretsmanager:shop:SecretString:password}}'"),
    LineCase("config.yml", "password: ${ssm:/shop/db/password}"),
    LineCase("config.yml", "password: the one that Bob knows"),
    LineCase("config.yml", "password_file: /run/secrets/db1"),
    LineCase("values.yaml", "password: {{ .Values.db.password }}"),
    LineCase("settings.json", #""passwordPolicy": {"minimumLength": 8}"#),
    LineCase("settings.json", #""tokenType": "Bearer1234567890abc""#),
    LineCase(
      "package-lock.json", #""integrity": "sha512-q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1Nq8Zk2Lx9Rt5Yp7Mz3Xc8Vb1N==""#),
    LineCase("package-lock.json", #""js-tokens": "q8Zk2Lx9Rt5Yp7Mz3Xc8Vb1N""#),
    LineCase("locales/de.json", #""password": "Passwort1!""#),
    LineCase("README.md", "password = hunter2!x"),
    LineCase("rows.csv", "token,hunter2!x"),
    LineCase(
      "policy.json", #""Action": ["iam:GetAccessKeyLastUsed2", "rds:ModifyPassword1", "s3:GetObject1"]"#),
    LineCase("main.tf", "password = local.db1_password"),
    LineCase("index.json", #""license_key": "acki-nacki-node-2024-10-04","#),
    LineCase("index.json", #""spdx_license_key": "LicenseRef-scancode-4suite-1.1","#),
    LineCase("page.unknown", "https://codecov.example/badge.svg?token=E6F4YSY9ZQ"),
    LineCase("main.tf", "token = module.db2.token1"),
    LineCase("config.yml", "password: settings.db1_password"),
    LineCase("deploy.sh", "docker login --password-stdin"),
    LineCase("deploy.sh", "login --password $DB_PASSWORD"),
    LineCase("deploy.sh", #"login --password "$(aws secretsmanager get-secret-value)""#),
    LineCase("test/app.py", "DB_PASSWORD = 'hunter2!x'"),
    LineCase("index.json", #""license_key": "n8n-ee-2022","#),
    LineCase("app.py", "session_token = 'ABC12345'"),
    LineCase("app.py", "# access_token: '23sdf876234'"),
    LineCase("schema.json", #""secret": "myselfmanagedADtestsecret-123456""#),
    LineCase("urls.py", "url = 'https://jo%40email.com:a%20secret@shop.dev'"),
    LineCase("deploy.sh", "curl -u $USER:$PASSWORD https://shop.dev"),
    LineCase("deploy.sh", "curl -u deploy: https://shop.dev"),
    LineCase("deploy.sh", "sort -u a1:b2c3d4e5"),
  ])
  func isNone(_ item: LineCase) {
    #expect(item.found.filter { $0.profile == .default }.map(\.description) == [])
  }

  @Test(arguments: ["DB_PASSWORD = 'swordfish'"])
  func aWordIsForTheStrict(line: String) {
    let found = LineCase("app.py", line).found
    #expect(found.map(\.profile) == [.strict] && found.map(\.confidence) == [.low])
  }

  @Test(arguments: [(100, 1), (101, 0)])
  func namesAreBounded(length: Int, count: Int) {
    let name = String(repeating: "x", count: length - 9) + "_password"
    #expect(LineCase("app.py", name + " = 'hunter2!x'").found.count == count)
  }

  @Test(arguments: [(1_023, 1), (1_024, 0)])
  func valuesAreBounded(length: Int, count: Int) {
    let value = String(repeating: "aB3", count: length / 3 + 1).prefix(length)
    #expect(LineCase("app.py", "api_key = '\(value)'").found.count == count)
  }

  @Test(arguments: [(119, 1), (120, 0)])
  func theGapIsBounded(length: Int, count: Int) {
    let gap = String(repeating: " ", count: length - 2)
    #expect(LineCase("app.py", "password\(gap)= 'hunter2!x'").found.count == count)
  }

  @Test func manyAreCut() {
    let text = String(repeating: "password = 'hunter2!x'\n", count: FileSecrets.limit + 1)
    #expect(LineCase("app.py", text).found.count == FileSecrets.limit)
  }

  @Test func hostileBytesEnd() {
    for unit in [
      "password", "password=", "password:", "\\\"", "password\"", "<password>", "secretkey\n", "--password ",
    ] {
      _ = FileSecrets.secrets(in: Array(String(repeating: unit, count: 50_000).utf8), path: "app.yaml")
    }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let bytes = (0..<2_000).map { _ in UInt8.random(in: 1...255, using: &random) }
      _ = FileSecrets.secrets(in: Array("token=".utf8) + bytes, path: "x.env")
    }
  }
}

/// Random values beside names, which count in every kind of file that a person writes.
@Suite struct RandomValueTests {
  private static let value = "q7Rt5Yp2Lk9Mz3Xc8Vb1"

  @Test(arguments: [
    "api_token = \"\(value)\"", "apiToken: '\(value)',", "const apiToken: string = `\(value)`",
    "api_token := \"\(value)\"", "\"api_token\" => \"\(value)\"", "os.environ[\"API_TOKEN\"] = \"\(value)\"",
    "setdefault('API_TOKEN', '\(value)')", "{\\\"api_token\\\": \\\"\(value)\\\"}",
    "val apiToken: String? = \"\(value)\"", "api_token = b'\(value)'", "String apiToken = \"\(value)\";",
    "{\"name\": \"API_TOKEN\", \"value\": \"\(value)\"}", "this.apiToken=\"\(value)\"",
    "self.api_token = r\"\(value)\"", "<add key=\"ApiToken\" value=\"\(value)\" />",
    "<apiToken>\(value)</apiToken>",
  ])
  func areRead(_ line: String) {
    #expect(LineCase("app.py", line).found.map(\.secret.value) == [Self.value])
  }

  @Test(arguments: [
    "api_token: \(value)", "API_TOKEN=\(value)\nA=1", "export API_TOKEN=\(value) # here",
    "- name: API_TOKEN\n  value: \(value)\n", "api_token = \(value)\r\n",
  ])
  func areReadWithoutQuotes(_ line: String) {
    #expect(LineCase("app.yaml", line).found.map(\.secret.value) == [Self.value])
    #expect(LineCase("app.py", line).found.isEmpty)
  }

  @Test(arguments: [
    "api_token == \"\(value)\"", "if api_token != '\(value)'", "['api_token', '\(value)', 'x']",
    "api_token\n= \"\(value)\"", "api_token = \"\(value)", "api_token = f(\"\(value)\")",
    "Shop::ApiToken: \"\(value)\"", "api_token(\"\(value)\")",
  ])
  func areNone(_ line: String) {
    #expect(LineCase("app.py", line).found.isEmpty)
  }

  @Test(arguments: ["package-lock.json"])
  func namesCountInNoList(_ path: String) {
    #expect(LineCase(path, "api_token = '\(Self.value)'").found.isEmpty)
  }

  @Test func anEscapeIsNoPartOfAName() {
    let line = #"text = "A=1\nDB_TOKEN: \"\#(Self.value)\"""#
    #expect(LineCase("app.py", line).found.map(\.name) == ["DB_TOKEN"])
  }

  /// A form of its own says more than the name beside it.
  @Test func aFormIsOneSecretWithItsName() {
    let key = "AKI" + "AQ7RT5YP2LK3MZ4XC"
    #expect(LineCase("app.py", "ACCESS_TOKEN = '\(key)'").found.map(\.secret.kind) == [.awsAccessKey])
  }
}
