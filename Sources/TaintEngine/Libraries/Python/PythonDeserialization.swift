/// Bytes and texts that make objects, and documents that are only data.
enum PythonDeserialization {
  static let calls: [CallModel] = pickles + yaml + frames + data

  private static let pickles: [CallModel] = [
    CallModel(
      "{pickle,cPickle,_pickle,dill,cloudpickle,marshal,jsonpickle,pickle5,joblib}.{load,loads}",
      """
      {jsonpickle.decode,jsonpickle.unpickler.decode,shelve.open,shelve.DbfilenameShelf,\
      pandas.read_pickle,pandas.io.pickle.read_pickle,dill.load_session,skops.io.load}
      """,
      effects: [.into(.deserialization, .position(0)), .keepsFirst]),
    CallModel(
      "{pickle,cPickle,dill,_pickle}.Unpickler",
      effects: [.into(.deserialization, .position(0)), .keepsFirst]),
    CallModel(
      "{torch.load,torch.jit.load}",
      effects: [
        .into(.deserialization, .argument(0, "f"), when: [.not(.truthy(.named("weights_only")))], .likely)
      ]),
    CallModel(
      "numpy.load", "numpy.lib.npyio.load",
      effects: [.into(.deserialization, .argument(0, "file"), when: [.truthy(.named("allow_pickle"))])]),
    CallModel(
      """
      {keras.models.load_model,tensorflow.keras.models.load_model,xgboost.Booster().load_model,\
      mlflow.pyfunc.load_model}
      """,
      effects: [.into(.deserialization, .position(0), .possible)]),
    CallModel(
      "{multiprocessing.connection.Client,multiprocessing.connection.Listener}().recv",
      effects: [.result(.remote("an object of another process"))]),
  ]

  private static let unsafe: [Condition] = [.absent(.argument(1, "Loader"))]

  private static let yaml: [CallModel] = [
    // Before 6.0 a missing loader was the full one; from 6.0 on the call fails without.
    CallModel(
      "yaml.{load,load_all}",
      effects: [
        .into(.deserialization, .argument(0, "stream"), when: unsafe, .likely),
        .into(
          .deserialization, .argument(0, "stream"),
          when: [
            .type(
              .argument(1, "Loader"),
              [
                "yaml.Loader", "yaml.UnsafeLoader", "yaml.CLoader", "yaml.CUnsafeLoader",
                "yaml.loader.Loader", "yaml.loader.UnsafeLoader",
              ])
          ]),
        .parsesFirst,
      ]),
    CallModel(
      "yaml.{unsafe_load,unsafe_load_all}", effects: [.into(.deserialization, .position(0)), .parsesFirst]),
    .parses(
      "yaml.{full_load,full_load_all}",
      "yaml.{safe_load,safe_load_all}", "oyaml.safe_load", "strictyaml.load", "ruamel.yaml.safe_load",
      "ruamel.yaml.round_trip_load"),
    CallModel(
      "ruamel.yaml.{load,load_all,unsafe_load}",
      effects: [
        .into(
          .deserialization, .position(0),
          when: [
            .not(
              .type(
                .argument(1, "Loader"),
                ["ruamel.yaml.SafeLoader", "ruamel.yaml.RoundTripLoader", "ruamel.yaml.CSafeLoader"]))
          ], .likely),
        .parsesFirst,
      ]),
    CallModel(
      "ruamel.yaml.YAML().{load,load_all}",
      effects: [
        .into(
          .deserialization, .position(0),
          when: [
            .any([
              .isText(.constructed(.receiver, 0), ["unsafe"]),
              .isText(.constructedOption(.receiver, "typ"), ["unsafe"]),
            ])
          ]),
        .parsesFirst,
      ]),
    .keeps("yaml.{dump,safe_dump}"),
  ]

  /// A path or address, not a file or buffer that is open.
  private static func names(_ selector: Selector) -> [Condition] {
    [.text(selector), .not(.type(selector, ["io.buffer", "file", "file.temporary"]))]
  }

  private static let frames: [CallModel] = [
    CallModel(
      "pandas.{read_csv,read_json,read_excel,read_parquet,read_table,read_html,read_xml,read_feather}",
      effects: [
        .into(.filePath, .position(0), when: Self.names(.position(0)), .likely), .parsesFirst,
      ]),
    CallModel(
      """
      {csv.reader,csv.DictReader,openpyxl.load_workbook,xlrd.open_workbook,PyPDF2.PdfReader,\
      pypdf.PdfReader,docx.Document,PIL.Image.open}
      """,
      effects: [.parsesFirst]),
    CallModel("csv.{writer,DictWriter}().{writerow,writerows}", effects: [.clean]),
  ]

  private static let data: [CallModel] = [
    .readsJSON(
      "{json,simplejson,ujson,orjson,rapidjson,demjson,hjson,json5}.{load,loads,decode}",
      "json.JSONDecoder().{decode,raw_decode}", "flask.json.loads"),
    .parses(
      "{toml,tomllib,tomli,msgpack,cbor2,bson,ubjson}.{load,loads,decode,unpackb,unpack}",
      "xmltodict.parse", "configparser.ConfigParser().read_string",
      "plistlib.{load,loads}", "avro.io.DatumReader().read", "ijson.items",
      "pydantic.{parse_raw_as,parse_obj_as}", "ast.literal_eval"),
    .serializes(
      "{json,simplejson,ujson,orjson,rapidjson}.{dumps,encode}", "flask.json.dumps",
      "json.JSONEncoder().encode"),
    .keeps("{toml,tomli_w,msgpack,cbor2}.{dumps,encode,packb}", "xmltodict.unparse"),
    CallModel(
      "{json,simplejson,ujson}.dump", effects: [.writes(from: .position(0), into: .position(1)), .clean]),
  ]
}
