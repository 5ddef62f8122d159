internal import ApplicationModel
internal import CodeAnalysis
internal import DependencyAnalysis
package import FindingModel
internal import PackageModel
package import RuleModel
internal import TaintEngine

/// Programs in machine code that no package brought.
package struct BundledBinary: PackageRule {
  package static let metadata = RuleMetadata(
    id: "sas6-bundled-binary", risk: .vulnerableDependencies,
    title: "Program in machine code that no package brought",
    severity: .low, weaknesses: [1395, 1104],
    rationale: """
      A program that somebody copied into the function has no manifest: no tool says when it is out of date, no \
      advisory finds it, and nobody can tell what it was built from. Programs that parse documents, images or archives \
      are written in C more often than not, and are given what strangers send.
      """,
    blindSpots: """
      Product and version are only known where the bytes say them. Libraries (`.so`) and what packages bring along are \
      left out. Whether the version has known flaws is not looked up. A program that is started by a name made at run \
      time counts as not started.
      """,
    remediation: Remediation(
      """
      Take the program from a package or a layer that is kept up to date, build it from a pinned source in the \
      pipeline, or replace it with a library; else note where it came from and who looks after it.
      """,
      snippets: [
        .packageList: """
        # built in the pipeline, from a source that a digest fixes
        ADD --checksum=sha256:... https://example.com/tool-1.2.tar.gz /src/
        """
      ]),
    references: [
      "https://docs.aws.amazon.com/lambda/latest/dg/chapter-layers.html",
      "https://cwe.mitre.org/data/definitions/1395.html",
    ])

  package init() {}

  package func evaluate(in context: RuleContext) -> [Verdict] {
    var order: [String] = []
    var byPath: [String: (binary: NativeBinary, functions: [Function])] = [:]
    for (functions, dependencies) in context.carriers {
      let ownPrograms = Set(functions.flatMap(\.entryPrograms))
      let known = Set(dependencies.lists.map(\.path))
      for binary in dependencies.binaries
      where binary.kind == .executable && !binary.isOfPackage(dependencies.packages)
        && !known.contains(binary.path) && !ownPrograms.contains(binary.name)
      {
        if byPath[binary.path] == nil { order.append(binary.path) }
        byPath[binary.path, default: (binary, [])].functions += functions
      }
    }
    return order.sorted().compactMap { byPath[$0] }.map {
      .fail([finding(for: $0.binary, $0.functions, in: context)])
    }
  }

  private func finding(for binary: NativeBinary, _ functions: [Function], in context: RuleContext) -> Finding
  {
    let starts = functions.compactMap { function -> (Function, SourceLocation)? in
      context.code[function]?.start(ofProgram: binary.name).map { (function, $0.location) }
    }
    let users =
      functions.isEmpty ? "" : ", which \(functions.enumeration) \(functions.verb("carries", "carry")),"
    let running =
      starts.first.map { function, place in
        " '\(function.name)' starts it at \(place.path):\(place.line), with what it is given."
      } ?? ""
    let exposure =
      context.widestPath(to: starts.isEmpty ? functions : starts.map(\.0))?.sentence.map { " " + $0 } ?? ""
    return finding(
      "'\(binary.path)'\(users) is \(binary.phrase) that no package brought: nothing says where it came from or when it "
        + "is out of date.\(running)\(exposure)",
      at: binary.location, of: binary.path, functions: functions, advice: Self.metadata.remediation.advice,
      severity: starts.isEmpty ? .low : .medium,
      trace: starts.prefix(1).map { TraceStep(at: $0.1, note: "the code starts '\(binary.name)'") },
      discriminator: binary.name, in: context)
  }
}

extension NativeBinary {
  fileprivate var name: String { String(FilePath.name(of: path)) }

  /// `catdoc 0.94.2, a program for x86_64 of 210 kB (SHA-256 3f1a…)`.
  fileprivate var phrase: String {
    let title = product.map { [$0, version].compactMap(\.self).joined(separator: " ") + ", " } ?? ""
    let amount =
      size < 1000 ? "\(size) bytes" : size < 1_000_000 ? "\(size / 1000) kB" : "\(size / 1_000_000) MB"
    return "\(title)a program for \(architecture) of \(amount) (SHA-256 \(sha256.prefix(16))…)"
  }

  /// Whether it lies where a package manager puts what packages bring.
  fileprivate func isOfPackage(_ packages: [PackagedDependency]) -> Bool {
    let folders = path.split { $0 == "/" || $0 == "!" }.dropLast()
    if folders.contains(where: { ["node_modules", "site-packages", "dist-packages"].contains($0) }) {
      return true
    }
    return packages.contains { packaged in
      packaged.entry.bundledPath.map { !$0.isEmpty && path.hasPrefix($0 + "/") } ?? false
    }
  }
}

extension Function {
  /// Names of programs that are the function itself, on the runtimes for machine code.
  fileprivate var entryPrograms: Set<String> {
    guard let runtime = runtime.value, runtime.hasPrefix("provided") || runtime.hasPrefix("go") else {
      return []
    }
    return Set(["bootstrap"] + [handler.value].compactMap(\.self))
  }
}
