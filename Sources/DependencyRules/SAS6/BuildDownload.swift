internal import ApplicationModel
internal import DependencyAnalysis
package import FindingModel
internal import PackageModel
package import RuleModel

/// Builds that put into functions whatever a server sends on the day.
package struct BuildDownload: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-build-download", risk: .vulnerableDependencies,
    title: "Build runs or adds an unchecked download",
    severity: .high, weaknesses: [494, 829],
    peers: ["hadolint:DL4006", "hadolint:DL3020", "checkov:CKV_DOCKER_4"],
    rationale: """
      A script that is fetched and run at once can be another one for the pipeline than for the browser that looked at \
      it: whoever holds the server, its name or the account behind it runs code in the build, with its credentials, and \
      in every function that the build makes. No lockfile, review or scan sees what came.
      """,
    blindSpots: """
      Dockerfiles in and below the folder of a function's code, and the targets `build-…` of a Makefile there that \
      `sam build` makes. Scripts that they call are not read. A download that is written to a file and run later is \
      not followed.
      """,
    remediation: Remediation(
      """
      Fetch a version that a digest fixes and check it before it runs, or take the program from a package manager with \
      a lockfile.
      """,
      snippets: [
        .packageList: """
        ADD --checksum=sha256:... https://example.com/tool-1.2.tar.gz /opt/
        RUN curl -fsSLo install.sh https://example.com/v1.2/install.sh \\
         && echo "<sha256>  install.sh" | sha256sum -c - && sh install.sh
        RUN pip install --require-hashes -r requirements.txt
        RUN npm ci
        """
      ]),
    references: [
      "https://docs.docker.com/reference/dockerfile/#add---checksum",
      "https://pip.pypa.io/en/stable/topics/secure-installs/",
      "https://cwe.mitre.org/data/definitions/494.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    var files: [String: (build: BuildFile, functions: [Function])] = [:]
    for (functions, dependencies) in context.carriers {
      for build in dependencies.builds { files[build.path, default: (build, [])].functions += functions }
    }
    return files.values.sorted { $0.build.path < $1.build.path }.flatMap { build, functions -> [Verdict] in
      guard !build.steps.isEmpty else { return [.pass] }
      return build.steps.map { .fail([finding(for: $0, build, functions, in: context)]) }
    }
  }

  private func finding(
    for step: BuildStep, _ build: BuildFile, _ functions: [Function], in context: RuleContext
  ) -> Finding {
    let flaw = step.flaw
    let users = functions.isEmpty ? "" : ", which builds \(functions.enumeration),"
    return finding(
      "'\(build.path)'\(users) \(flaw.sentence)", at: step.location, of: build.path, functions: functions,
      advice: flaw.advice, severity: flaw.severity, discriminator: flaw.key, in: context)
  }
}

extension BuildStep {
  fileprivate struct Flaw {
    let severity: Severity
    let sentence: String
    let advice: String
    /// What tells it from others of the file, without lines.
    let key: String
  }

  fileprivate var flaw: Flaw {
    switch kind {
    case .pipedToInterpreter(let interpreter, let address):
      Flaw(
        severity: .high,
        sentence: "runs with `\(interpreter)` what \(address ?? "a server") sends, unseen and unchecked.",
        advice: "Fetch a fixed version into a file, check its digest, and run it then.",
        key: "pipe|\(address ?? interpreter)")
    case .openIndex(let address):
      Flaw(
        severity: .high,
        sentence:
          "installs packages from \(address), where nothing proves who answers: anybody on the way can send "
          + "packages of their own.", advice: "Ask an index over HTTPS with a certificate that is checked.",
        key: "index|\(address)")
    case .packageAt(let address):
      Flaw(
        severity: .medium,
        sentence:
          "installs what lies at \(address) on the day of the build: neither a digest nor a commit fixes it.",
        advice: "Install a version from the index, or name a commit or a digest.", key: "package|\(address)")
    case .addition(let address):
      Flaw(
        severity: .medium, sentence: "adds what \(address) sends, without a digest to check it by.",
        advice: "Give `ADD` the digest: `--checksum=sha256:…`.", key: "add|\(address)")
    case .unpinnedPrograms(let names):
      Flaw(
        severity: .medium,
        sentence:
          "installs \(names.enumeration) in whatever version is the newest, with \(names.count == 1 ? "its" : "their") "
          + "install scripts.", advice: "Name versions, or install from a lockfile with `npm ci`.",
        key: "programs|" + names.joined(separator: ","))
    }
  }
}
