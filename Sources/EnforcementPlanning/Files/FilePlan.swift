internal import SourceModel
internal import CodeAnalysis
internal import EnforcementPolicy
internal import FindingModel

/// Which files a function needs to write, run and load from writable folders.
struct FilePlan {
  private let facts: FunctionFacts
  private let programs: ProgramPlan

  init(_ facts: FunctionFacts, _ programs: ProgramPlan) {
    self.facts = facts
    self.programs = programs
  }

  func apply(to policy: inout EnforcementPolicy) {
    writes(&policy)
    let runs = policy.executables.filter(\.mayBeWritable)
    policy.modes[.tmpExecution] = .block
    if !runs.isEmpty {
      policy.remarks.controls[.tmpExecution] = [
        "Besides \(runs.map(\.path).joined(separator: ", ")), which the list of executables lets run from there."
      ]
    }
    policy.modes[.tmpScripts] = .block
    libraries(&policy)
  }

  private func writes(_ policy: inout EnforcementPolicy) {
    let folders = policy.writableDirectories.map(\.value)
    policy.modes[.tmpWrites] = .off
    guard facts.isCodeComplete, let code = facts.code else {
      policy.remarks.controls[.tmpWrites] = ["Off, because nobody knows yet which files it writes."]
      return
    }
    let found = WriteReader(facts, code, folders: folders).writes()
    policy.writableFiles = found.globs.filter { item in
      !found.globs.contains { $0.glob != item.glob && PathPattern.matches($0.glob, item.glob) }
    }.map { Annotated($0.glob, note: $0.place.place) }
    guard programs.startsNothing else {
      policy.remarks.controls[.tmpWrites] = ["Off, because programs that it starts may write files."]
      return
    }
    if let place = found.open.first {
      policy.remarks.controls[.tmpWrites] = [
        "Off, because the code does not tell which file \(place.place) writes."
      ]
      return
    }
    guard facts.foreignLibraries.isEmpty else {
      policy.modes[.tmpWrites] = .alert
      policy.remarks.controls[.tmpWrites] = ["Alert, because packages may write files of their own."]
      return
    }
    policy.modes[.tmpWrites] = .block
    if found.globs.isEmpty { policy.remarks.controls[.tmpWrites] = ["The code writes no files."] }
  }

  private func libraries(_ policy: inout EnforcementPolicy) {
    policy.loadableLibraries = programs.libraries.flatMap { library, entry in
      entry.libraries.map { Annotated($0, note: "\(library) unpacks its libraries there") }
    }
    for executable in policy.executables where executable.mayBeWritable {
      let folder = executable.path.split(separator: "/").dropLast()
      let glob = "/" + folder.joined(separator: "/") + "/**"
      // A program that is unpacked into a folder of its own has its libraries beside it.
      guard folder.count > 1, !policy.writableDirectories.contains(where: { $0.value + "/**" == glob }),
        !policy.loadableLibraries.contains(where: { $0.value == glob })
      else { continue }
      let name = executable.path.split(separator: "/").last.map(String.init) ?? executable.path
      policy.loadableLibraries.append(Annotated(glob, note: "beside \(name)"))
    }
    guard facts.runtime == .java else {
      policy.modes[.tmpLibraries] = .block
      return
    }
    policy.modes[.tmpLibraries] = .alert
    policy.remarks.controls[.tmpLibraries] = [
      "Alert, because packages of Java (netty, snappy, sqlite) unpack their native libraries to /tmp. List those that "
        + "are told, then block."
    ]
  }
}
