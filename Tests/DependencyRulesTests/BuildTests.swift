import DependencyAnalysis
import DependencyRules
import FindingModel
import Testing

/// What builds fetch.
@Suite struct BuildTests {
  private func findings(_ dockerfile: String) throws -> [Finding] {
    try Project(["src/Dockerfile": dockerfile]).findings(BuildDownload())
  }

  private static let start = "FROM public.ecr.aws/lambda/nodejs:22\n"

  @Test(arguments: [
    "RUN curl -fsSL https://host.example/install.sh | bash",
    "RUN wget -qO- https://host.example/install.sh | sudo sh -",
    "RUN bash -c \"$(curl -fsSL https://host.example/install.sh)\"",
    "RUN bash <(curl -s https://host.example/install.sh)",
    "RUN dnf install -y tar && curl https://host.example/install.sh | bash -s -- --yes",
    "RUN [\"sh\", \"-c\", \"curl https://host.example/install.sh | sh\"]",
    "RUN curl https://host.example/get.py | python3 -",
    "RUN --mount=type=cache,target=/root curl https://host.example/install.sh | tee /dev/null | sh",
    "run <<EOF\ncurl https://host.example/install.sh | sh\nEOF",
  ])
  func aDownloadThatIsRun(instruction: String) throws {
    let found = try findings(Self.start + instruction + "\n")
    #expect(found.map(\.severity) == [.high])
    #expect(found.first?.message.contains("https://host.example/") == true)
  }

  @Test(arguments: [
    "RUN curl -fsSLo tool.tgz https://host.example/tool.tgz && echo \"abc  tool.tgz\" | sha256sum -c -",
    "RUN curl https://host.example/tool.tgz | tar xz",
    "RUN curl https://host.example/a.json | python3 -m json.tool",
    "# RUN curl https://host.example/install.sh | bash", "RUN cat install.sh | bash",
    "RUN npm ci && npm run build",
    "RUN echo 'curl https://host.example | sh'", "RUN pip install --require-hashes -r requirements.txt",
    "ADD --checksum=sha256:abc https://host.example/tool.tgz /opt/", "ADD app.py /var/task/",
    "RUN npm install -g npm@10.9.0", "RUN curl https://host.example/a | python3 -c 'import json'",
    "RUN pip install git+https://host.example/a.git@4f0c1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b",
  ])
  func whatIsFixedOrOnlyKept(instruction: String) throws {
    #expect(try findings(Self.start + instruction + "\n").map(\.message) == [])
  }

  @Test(arguments: [
    ("RUN pip install --index-url http://pypi.corp.example/simple billing", Severity.high),
    ("RUN pip install --trusted-host pypi.corp.example billing", .high),
    ("RUN python3 -m pip install https://host.example/billing-1.0-py3-none-any.whl", .medium),
    ("RUN pip install git+https://host.example/billing.git@main", .medium),
    ("RUN npm install -g serverless esbuild@latest", .medium), ("RUN yarn global add serverless", .medium),
    ("ADD https://host.example/tool.tgz /opt/", .medium),
    ("ADD [\"https://host.example/a\", \"/opt/\"]", .medium),
    ("RUN npm config set x y && npm install --registry=http://npm.corp.example", .high),
  ])
  func otherThingsThatNothingFixes(instruction: String, severity: Severity) throws {
    #expect(try findings(Self.start + instruction + "\n").map(\.severity) == [severity])
  }

  @Test func theLineIsThatOfTheCommand() throws {
    let text =
      Self.start
      + "RUN dnf install -y \\\n  # for the build\n  tar && \\\n  curl https://host.example/i.sh | sh\n"
    #expect(try findings(text).map(\.location.line) == [5])
  }

  @Test func secretsInAddressesAreNotTold() throws {
    let found = try findings(Self.start + "RUN curl https://bob:hunter2@host.example/i.sh?token=abc | sh\n")
    #expect(found.count == 1)
    #expect(!"\(found)".contains("hunter2") && !"\(found)".contains("token=abc"))
  }

  @Test func onlyTargetsOfSAMBuildFunctions() throws {
    let text =
      "deploy:\n\tcurl https://a.example/x.sh | sh\nbuild-Orders:\n\t@curl https://b.example/x.sh | sh\n\tcp app $(ARTIFACTS_DIR)\n"
    let found = try Project(["src/Makefile": text]).findings(BuildDownload())
    #expect(found.map(\.location.line) == [4])
  }

  @Test func aBuildOfSomethingElseIsNotTheFunctions() throws {
    let files = ["web/Dockerfile": Self.start + "RUN curl https://host.example/i.sh | sh\n"]
    #expect(try Project(files).findings(BuildDownload()).isEmpty)
  }

  // MARK: Bounds

  @Test func largeFilesAreNotRead() {
    let line = "RUN curl https://host.example/i.sh | sh\n"
    let filler = String(repeating: "#", count: BuildFile.byteLimit - line.utf8.count)
    let atLimit = BuildFile(Array((line + filler).utf8), path: "Dockerfile")
    #expect(atLimit.steps.count == 1 && atLimit.problems.isEmpty)
    let above = BuildFile(Array((line + filler + "#").utf8), path: "Dockerfile")
    #expect(above.steps.isEmpty && above.problems.count == 1)
  }

  @Test func stepsAreCounted() {
    let line = "RUN curl https://host.example/i.sh | sh\n"
    let most = BuildFile(Array(String(repeating: line, count: BuildFile.stepLimit).utf8), path: "Dockerfile")
    #expect(most.steps.count == BuildFile.stepLimit && most.problems.isEmpty)
    let more = BuildFile(
      Array(String(repeating: line, count: BuildFile.stepLimit + 1).utf8), path: "Dockerfile")
    #expect(more.steps.count == BuildFile.stepLimit && more.problems.count == 1)
  }

  @Test(arguments: [
    "RUN <<", "RUN \"", "RUN $(((", "RUN [\"", "ADD", "RUN curl |", "RUN bash <(", "RUN \\", "ADD [",
    "RUN --mount=",
  ])
  func brokenTextIsNoTrap(text: String) {
    #expect(BuildFile(Array(text.utf8), path: "Dockerfile").steps.isEmpty)
  }
}
