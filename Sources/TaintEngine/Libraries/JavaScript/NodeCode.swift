/// Texts that JavaScript runs as code, and modules named by values.
enum NodeCode {
  static let calls: [CallModel] = running + loading + timers + interpreters

  private static let running: [CallModel] = [
    CallModel(
      "{eval,globalThis.eval,global.eval,window.eval,execScript}",
      effects: [.into(.codeExecution, .position(0)), .keepsFirst]),
    CallModel(
      "{Function,global.Function,globalThis.Function,AsyncFunction,GeneratorFunction}",
      effects: [.into(.codeExecution, .allFrom(0)), .makes("function")]),
    CallModel(
      "vm.{runInContext,runInNewContext,runInThisContext,Script,compileFunction,SourceTextModule}",
      effects: [.into(.codeExecution, .position(0)), .keepsFirst]),
    CallModel("*.constructor.constructor", effects: [.into(.codeExecution, .allFrom(0))]),
  ]

  private static let loading: [CallModel] = [
    CallModel(
      """
      {require,module.require,import,require.resolve,import-fresh,require-from-string,requireindex,\
      decache,esm()}
      """,
      effects: [
        .into(.codeExecution, .position(0), when: [.not(.startsWithConstant(.position(0)))], .likely),
        .into(.codeExecution, .position(0), when: [.startsWithConstant(.position(0))], .possible),
      ]
    ),
    CallModel(
      "{require-from-string,node-eval,module._compile,module.Module()._compile}",
      effects: [.into(.codeExecution, .position(0))]),
    CallModel("process.dlopen", effects: [.into(.codeExecution, .position(1))]),
  ]

  private static let timers: [CallModel] = [
    CallModel(
      "{setTimeout,setInterval,setImmediate,global.setTimeout,global.setInterval}",
      effects: [
        .into(.codeExecution, .position(0), when: [.text(.position(0))], .likely),
        .into(.workload, .position(1)), .callback(Callback(.position(0), parameters: [], isImmediate: false)),
        .clean,
      ])
  ]

  private static let interpreters: [CallModel] = [
    CallModel(
      """
      {vm2.VM,vm2.NodeVM,vm2.VMScript,sandboxjs,safe-eval,static-eval,notevil,expr-eval.Parser,\
      @nyariv/sandboxjs,sandcastle,near-sandbox,jailed,quickjs-emscripten.getQuickJS}().{run,runFile,\
      evalCode,eval,evaluate}
      """,
      effects: [.into(.codeExecution, .position(0))]),
    CallModel(
      "{vm2.VMScript,safe-eval,static-eval,notevil,mongo-eval,saferEval,safer-eval,scope-eval,evalify}",
      effects: [.into(.codeExecution, .position(0))]),
    CallModel(
      "jsonpath.{query,value,nodes,paths,parent,apply}",
      effects: [.into(.codeExecution, .position(1), .likely), .result(.madeOf([.position(0)]))]),
    CallModel(
      "jsonpath-plus.JSONPath",
      effects: [
        .into(.codeExecution, .field(.position(0), "path"), .likely),
        .result(.madeOf([.anywhereIn(.position(0))])),
      ]),
    CallModel(
      """
      {puppeteer.launch().newPage,puppeteer-core.launch().newPage,playwright.chromium.launch().newPage,\
      playwright-core.chromium.launch().newPage}().{evaluate,evaluateHandle,$eval,addScriptTag}
      """,
      effects: [.into(.codeExecution, .position(0), when: [.text(.position(0))])]),
  ]
}
