/// Texts that Python runs as code, or that name code to load.
enum PythonCode {
  static let calls: [CallModel] = running + loading + expressions

  private static let running: [CallModel] = [
    CallModel(
      "eval", "exec", "builtins.eval", "builtins.exec", "__builtin__.eval", "__builtins__.eval",
      "__builtins__.exec",
      "execfile", effects: [.into(.codeExecution, .position(0)), .result(.madeOf([.position(0)]))]),
    CallModel(
      "compile", "builtins.compile", effects: [.into(.codeExecution, .argument(0, "source")), .keepsFirst]),
    CallModel(
      "code.{InteractiveInterpreter,InteractiveConsole}().{runsource,runcode,push}", "codeop.compile_command",
      "code.compile_command", effects: [.into(.codeExecution, .position(0))]),
    CallModel("runpy.{run_path,run_module}", effects: [.into(.codeExecution, .position(0))]),
    CallModel("timeit.{timeit,repeat,Timer}", effects: [.into(.codeExecution, .argument(0, "stmt"))]),
    CallModel("{cProfile,profile}.{run,runctx}", effects: [.into(.codeExecution, .position(0))]),
    CallModel(
      "types.FunctionType", "types.CodeType", "marshal.loads().exec",
      effects: [.into(.codeExecution, .position(0), .likely)]),
    CallModel(
      "{js2py,execjs,dukpy,py_mini_racer.MiniRacer(),quickjs}.{eval_js,eval,evaljs,compile,exec_}",
      "lupa.LuaRuntime().{execute,eval}",
      effects: [.into(.codeExecution, .position(0))]),
    CallModel("ast.literal_eval", effects: [.parsesFirst]),
  ]

  private static let loading: [CallModel] = [
    CallModel(
      "__import__", "builtins.__import__", "importlib.import_module", "importlib.__import__",
      "imp.load_module",
      "pydoc.locate", "pkgutil.resolve_name", "django.utils.module_loading.import_string",
      "werkzeug.utils.import_string", effects: [.into(.codeExecution, .argument(0, "name"), .likely)]),
    CallModel(
      "imp.{load_source,load_compiled,load_dynamic}", "importlib.machinery.SourceFileLoader",
      "importlib.util.spec_from_file_location",
      effects: [.into(.codeExecution, .argument(1, "path"))]),
    CallModel(
      "ctypes.{CDLL,cdll.LoadLibrary,PyDLL,util.find_library}",
      effects: [.into(.codeExecution, .position(0), .likely)]),
    CallModel(
      "getattr",
      effects: [
        .into(
          .codeExecution, .position(1), when: [.type(.position(0), ["os", "sys", "builtins", "subprocess"])],
          .likely)
      ]),
  ]

  private static let expressions: [CallModel] = [
    CallModel(
      "{pandas.eval,numexpr.evaluate,numexpr.re_evaluate}",
      effects: [.into(.codeExecution, .argument(0, "expr"))]),
    CallModel(
      """
      {pandas.DataFrame(),pandas.read_csv(),pandas.read_json(),pandas.read_excel(),\
      pandas.read_parquet()}.{query,eval}
      """,
      effects: [.into(.codeExecution, .argument(0, "expr"))]),
    CallModel(
      "sympy.{sympify,parsing.sympy_parser.parse_expr,S}",
      effects: [.into(.codeExecution, .position(0), .likely)]),

    CallModel(
      "numpy.{f2py.compile,distutils.exec_command.exec_command}",
      effects: [.into(.codeExecution, .position(0))]),
  ]
}
