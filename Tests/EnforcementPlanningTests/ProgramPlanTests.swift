import EnforcementPolicy
import Foundation
import Testing

@Suite struct ProgramPlanTests {
  @Test func codeThatStartsNothingMayStartNothing() throws {
    let policy = try Project(node: "exports.handler = async (event) => ({ statusCode: 200, body: 'x' });")
      .policy()
    #expect(policy.executables.isEmpty)
    #expect(policy.mode(of: .executables) == .block)
    #expect(policy.mode(of: .childProcesses) == .block)
    #expect(policy.forbidden.groups.map(\.value).contains(.shells))
    #expect(policy.mode(of: .tmpWrites) == .block)
    #expect(policy.mode(of: .egress) == .block)
  }

  @Test func programsOfAListAreKnown() throws {
    let policy = try Project(
      python: """
        import subprocess
        def handler(event, context):
            subprocess.run(["pdftotext", "-layout", "/tmp/in.pdf"], check=True)
            subprocess.check_output(["/opt/bin/convert", "a", "b"])
        """
    ).policy()
    #expect(Set(policy.paths) == ["/usr/bin/pdftotext", "/opt/bin/convert"])
    #expect(policy.mode(of: .executables) == .block)
    #expect(policy.mode(of: .childProcesses) == .off)
    #expect(policy.forbidden.groups.map(\.value).contains(.shells))
  }

  @Test func aCommandLineNeedsAShell() throws {
    let policy = try Project(
      python: """
        import subprocess
        def handler(event, context):
            subprocess.run("gzip -kf /tmp/report | cat", shell=True)
        """
    ).policy()
    #expect(Set(policy.paths).isSuperset(of: ["/bin/sh", "/usr/bin/gzip", "/usr/bin/cat"]))
    #expect(!policy.forbidden.groups.map(\.value).contains(.shells))
    #expect(policy.remark(.executables).contains("A shell has commands of its own"))
  }

  /// The flaw that protection is for: the rest of the line is what the code was made for.
  @Test func whatCallersAddToACommandIsBlocked() throws {
    let project = try Project(
      node: """
        const child_process = require('child_process');
        exports.handler = async (event) => {
          const url = event.queryStringParameters.document_url;
          return child_process.execSync(`./bin/curl -L ${url} | /lib64/ld-linux-x86-64.so.2 ./bin/catdoc -`).toString();
        };
        """)
    try project.write("src/bin/catdoc", try Data(contentsOf: URL(filePath: "/bin/true")))
    let policy = try project.policy()
    #expect(policy.mode(of: .executables) == .block)
    let catdoc = try #require(policy.executables.first { $0.path == "/var/task/bin/catdoc" })
    #expect(catdoc.digest != nil, "a program that is brought along is known by its hash")
    #expect(policy.paths.contains("/var/task/bin/curl"))
    #expect(policy.remark(.executables).contains("the event's queryStringParameters.document_url"))
    #expect(policy.forbidden.exceptions.map(\.value) == ["curl"])
    #expect(policy.mode(of: .loaderExecution) == .off)
    #expect(policy.mode(of: .egress) == .alert)
    #expect(policy.remark(.egress).contains("curl"))
  }

  @Test func aProgramThatCallersChooseIsBlocked() throws {
    let policy = try Project(
      python: """
        import subprocess
        def handler(event, context):
            return subprocess.run([event["queryStringParameters"]["tool"]]).returncode
        """
    ).policy()
    #expect(policy.mode(of: .executables) == .block)
    #expect(policy.remark(.executables).contains("which callers choose"))
  }

  @Test func aProgramFromAVariableAlerts() throws {
    let code = """
      import os, subprocess
      def handler(event, context):
          subprocess.run([os.environ["TOOL"], "-v"])
      """
    let open = try Project(python: code).policy()
    #expect(open.mode(of: .executables) == .alert)
    #expect(open.remark(.executables).contains("src/app.py:3"))
    let known = try Project(
      python: code, properties: "Environment: { Variables: { TOOL: /opt/bin/tool } }"
    ).policy()
    #expect(known.paths == ["/opt/bin/tool"])
    #expect(known.mode(of: .executables) == .block)
  }

  @Test func packagesThatStartProgramsAreKnown() throws {
    let policy = try Project(
      python: "from pdf2image import convert_from_path\ndef handler(event, context):\n    return 1\n",
      files: ["src/requirements.txt": "pdf2image==1.17.0\n"]
    ).policy()
    #expect(policy.paths.contains("/usr/bin/pdftoppm"))
    #expect(policy.mode(of: .executables) == .block)
  }

  @Test func aPackageNobodyKnowsAlerts() throws {
    let policy = try Project(
      python: "import frobnicator\ndef handler(event, context):\n    return frobnicator.do(event)\n",
      files: ["src/requirements.txt": "frobnicator==1.0\n"]
    ).policy()
    #expect(policy.mode(of: .executables) == .alert)
    #expect(policy.mode(of: .egress) == .alert)
    #expect(policy.remark(.executables).contains("frobnicator"))
  }

  @Test func aBrowserThatIsUnpackedMayRunThere() throws {
    let policy = try Project(
      node: "const c = require('@sparticuz/chromium');\nexports.handler = async () => c.executablePath();",
      files: ["src/package.json": #"{"dependencies": {"@sparticuz/chromium": "123.0.0"}}"#]
    ).policy()
    #expect(policy.executables.first { $0.path == "/tmp/chromium" }?.mayBeWritable == true)
    #expect(policy.loadableLibraries.map(\.value).contains("/tmp/al2023/lib/**"))
    #expect(policy.remark(.egress).contains("chromium"))
  }

  @Test func theFunctionsOwnInterpreterGetsItsCredentials() throws {
    let policy = try Project(
      node:
        "const { fork } = require('child_process');\nexports.handler = async () => { fork('./worker.js'); };"
    ).policy()
    let node = try #require(policy.executables.first { $0.path == "/var/lang/bin/node" })
    #expect(node.receivesCredentials)
    #expect(policy.remark(.credentials).contains("/var/lang/bin/node"))
  }

  @Test func codeThatIsNotReadOnlyAlerts() throws {
    let policy = try Project(properties: "Runtime: java21", files: ["src/App.java": "class App {}"]).policy()
    #expect(policy.mode(of: .executables) == .alert)
    #expect(policy.mode(of: .egress) == .alert)
    #expect(policy.paths == ["/var/lang/lib/jspawnhelper"])
    #expect(policy.mode(of: .tmpLibraries) == .alert)
    #expect(policy.mode(of: .tmpExecution) == .block)
    #expect(policy.remarks.head.contains { $0.contains("The code was not read") })
  }
}
