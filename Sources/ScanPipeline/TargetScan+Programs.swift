internal import ApplicationModel
internal import CodeAnalysis

// Programs with handlers of which no template speaks.
extension TargetScan {
  /// - Parameter read: Programs that some template's function consists of.
  func judgePrograms(
    of loaded: ProjectLoading.LoadedTarget, besides read: Set<String>, _ judge: Judge
  ) -> [Judgement] {
    let roots = loaded.applications.reduce(into: Set<String>()) { $0.formUnion($1.codeRoots) }
    let programs = loaded.sources.filter { !read.contains($0) }.parallelMap(threads: options.threads) {
      path in
      judge.analyser.application(ofProgram: path, besides: roots).map { (path, judge.judge([$0])) }
    }
    return Self.withoutServants(programs.compactMap(\.self))
  }

  /// Programs without those that another one imports: what takes an event there is given it by that one.
  private static func withoutServants(_ programs: [(path: String, judgement: Judgement)]) -> [Judgement] {
    let imports = Dictionary(programs.map { ($0.path, $0.judgement.modules) }) { first, _ in first }
    var importers: [String: [String]] = [:]
    for program in programs {
      for module in program.judgement.modules where module != program.path && imports[module] != nil {
        importers[module, default: []].append(program.path)
      }
    }
    return programs.filter { program in
      let isServant = importers[program.path, default: []].contains { importer in
        !program.judgement.modules.contains(importer)
      }
      return !isServant || program.judgement.functions.contains { $0.isNamedHandler }
    }.map(\.judgement)
  }
}

extension JudgedFunction {
  /// Whether it is called what templates call handlers.
  fileprivate var isNamedHandler: Bool {
    let name = handler?.split(separator: ".").last?.lowercased() ?? ""
    return ["handler", "lambda_handler", "lambdahandler"].contains(name)
  }
}
